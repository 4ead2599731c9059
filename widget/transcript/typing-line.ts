import type { Plane } from '@floorwalk/core';
import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { shortName, t } from '../strings/index.ts';

/** That somebody types, and to whom, never what; the line keeps its place when nobody does. */
export const typingLine = (
  typing: { readonly name: string; readonly kind: string; readonly plane: Plane } | undefined,
): TemplateResult => html`<div class="typing">${typing ? typingWords(typing) : ''}</div>`;

const typingWords = ({ name, kind, plane }: { name: string; kind: string; plane: Plane }): string => {
  const short = { name: shortName(name) };
  if (kind === 'customer') return t('typing', short);
  return plane === 'internal' ? t('typingNote', short) : t('typingToCustomer', short);
};

export const typingStyles = css`
  .typing {
    min-block-size: 16px;
    margin-inline: 14px;
    overflow: hidden;
    color: var(--_ink-3);
    font-size: var(--_text-caption);
    line-height: 16px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;
