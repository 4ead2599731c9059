import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { MAX_TEXT, judgeText } from '../message/message-text.ts';
import { number, t } from '../strings/index.ts';

/** What a plane's templates need; the callbacks belong to that plane and conversation only. */
export interface ComposerView {
  readonly mode: 'supervisor' | 'agent';
  readonly customer: string;
  readonly agent: string;
  readonly supervisors: number;
  readonly signature: string;
  readonly internalOnly: boolean;
  readonly text: string;
  readonly refused: boolean;
  readonly onInput: (event: InputEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onSubmit: () => void;
  readonly onSwitch: () => void;
}

/** The text field of a plane with the line that says when the text is too long; announced when sending was tried. */
export const renderField = (view: ComposerView, label: string): TemplateResult => {
  const verdict = judgeText(view.text);
  const tooLong = verdict === 'tooLong';
  const counts = { length: number(view.text.length), limit: number(MAX_TEXT) };
  const words = tooLong ? t('tooLong', counts) : verdict === 'nearlyTooLong' ? t('nearlyTooLong', counts) : '';
  return html`<textarea
      part="field"
      class="text"
      rows="2"
      dir="auto"
      aria-label=${label}
      aria-describedby="readers length"
      aria-invalid=${tooLong}
      .value=${live(view.text)}
      @input=${view.onInput}
    ></textarea>
    <div
      id="length"
      class=${tooLong ? 'length caption critical' : 'length caption'}
      role=${view.refused ? 'alert' : nothing}
      ?hidden=${words === ''}
    >
      ${words}
    </div>`;
};

/** Whether the button that sends has anything it may send; a button that is off keeps its focus. */
export const maySubmit = (view: ComposerView): boolean => {
  const verdict = judgeText(view.text);
  return verdict !== 'empty' && verdict !== 'tooLong';
};
