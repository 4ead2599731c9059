import { html, nothing, type TemplateResult } from 'lit';
import { isAdministratorKey, ta, wordFor } from '../../strings/administrator.ts';
import type { Whole } from './directory.ts';
import type { Edit } from './edit.ts';
import type { Field } from './fields.ts';
import { partAt } from './merge.ts';
import { renderSaid, type Said } from './server-words.ts';

/** What fields need of the panel that shows them. */
export interface Form {
  readonly edit: Edit;
  readonly whole: Whole;
  /** Puts another part into the value that is edited. */
  readonly change: (field: string, part: unknown) => void;
  /** Choices of the moment that are no part of the value: units of durations, what lists are searched for. */
  readonly kept: Map<string, string>;
  readonly redraw: () => void;
}

export const partOf = ({ edit }: Form, { name }: Pick<Field, 'name'>): unknown => partAt(edit.value, name);

/** An id within the panel for a field and what belongs to it. */
export const idOf = (name: string, more = ''): string => `f-${name.replaceAll(/[^A-Za-z0-9-]/gu, '-')}${more}`;

/** What a field is called; a field that this version does not know keeps its own name. */
export const fieldWord = (name: string): string => {
  if (name.startsWith('wording.')) return wordingWord(name.slice('wording.'.length));
  return wordFor(`field_${name}`, name);
};

const wordingWord = (key: string): string => {
  const [language = '', , kind = ''] = key.split(':');
  return ta('noticeWordingOf', { notice: wordFor(`notice_${kind}`, kind), language });
};

/** What the server said of a field, or of something in it. */
export function errorOf({ edit }: Form, name: string): Said | undefined {
  for (const [field, said] of edit.errors) if (field === name || field.startsWith(`${name}.`)) return said;
  return undefined;
}

export const renderHint = ({ name, hint }: Field): TemplateResult | typeof nothing =>
  hint !== undefined && isAdministratorKey(hint)
    ? html`<p class="hint" id=${idOf(name, '-hint')}>${wordFor(hint, '')}</p>`
    : nothing;

export const renderError = (form: Form, name: string): TemplateResult | typeof nothing => {
  const said = errorOf(form, name);
  return said === undefined ? nothing : html`<p class="error" id=${idOf(name, '-error')}>${renderSaid(said)}</p>`;
};

/** The ids of what is said about a field beside its name. */
export const describedBy = (form: Form, { name, hint }: Field): string | typeof nothing => {
  const ids = [
    hint === undefined ? '' : idOf(name, '-hint'),
    errorOf(form, name) === undefined ? '' : idOf(name, '-error'),
  ].filter((id) => id !== '');
  return ids.length === 0 ? nothing : ids.join(' ');
};

export const isWrong = (form: Form, name: string): 'true' | typeof nothing =>
  errorOf(form, name) === undefined ? nothing : 'true';
