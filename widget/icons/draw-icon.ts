import { html } from 'lit/html.js';
import type { TemplateResult } from 'lit';

/**
 * Puts a shape, the path of all its lines, into the icon's frame; hidden from screen readers, since a word is always
 * beside it. How its lines are drawn is in the style sheet that every element has. One that `turns` points the other way
 * where text runs from right to left.
 */
export const drawIcon = (shape: string, size: 'normal' | 'small', turns = false): TemplateResult =>
  html`<svg class=${`icon ${size}${turns ? ' turns' : ''}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d=${shape} />
  </svg>`;
