import { html, nothing, type TemplateResult } from 'lit';

/** What the server itself says beside the panel's own words: a detail, in English whatever the page speaks. */
export const renderDetail = (detail: string): TemplateResult | typeof nothing =>
  detail === '' ? nothing : html` <small lang="en" dir="ltr">${detail}</small>`;
