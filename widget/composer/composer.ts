import type { Plane } from '@floorwalk/core';
import { LitElement } from 'lit';
import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { MessageSubmittedEvent, PlaneChangedEvent, TypingEvent } from '../events/message-events.ts';
import { messageId } from '../message/message-id.ts';
import { judgeText } from '../message/message-text.ts';
import { enterKind, isComposing } from '../message/submit-key.ts';
import { typingPace } from '../message/typing-pace.ts';
import { staffStyles } from '../styles/index.ts';
import { composerStyles } from './composer.styles.ts';
import { memoryDrafts } from './draft-store.ts';
import type { DraftStore } from './draft-store.ts';
import { renderInternal } from './render-internal.ts';
import { renderPublic } from './render-public.ts';
import { inStaffLanguage } from '../strings/load.ts';

/**
 * Where staff write for one conversation: notes that stay inside, and messages that the customer reads. The two have
 * their own field, draft, shape, words, place and key; text never crosses from one to the other.
 *
 * A supervisor starts internal, an agent public; another conversation, another mode and `reset()` start anew.
 *
 * @fires floorwalk-message-submitted - A text is to be sent, with its plane and id.
 * @fires floorwalk-typing - Somebody types on a plane.
 * @fires floorwalk-plane-changed - The plane changed; `speaking` asks the panel for its band and frame.
 * @csspart composer composer-internal composer-public button primary field
 */
export class FloorwalkComposer extends LitElement {
  constructor() {
    super();
    inStaffLanguage(this);
  }

  static override styles = [...staffStyles, composerStyles];

  /** The conversation that is written to; its drafts are its own. */
  @property() conversation = '';
  /** Who writes: a supervisor is internal unless they choose otherwise, an agent public. */
  @property() mode: 'supervisor' | 'agent' = 'supervisor';
  /** The customer's name. */
  @property() customer = '';
  /** Who else has the conversation and reads notes; empty if nobody does. */
  @property() agent = '';
  /** How many supervisors read notes. */
  @property({ type: Number }) supervisors = 0;
  /** How the customer sees the writer: "Ines, consultant"; empty says nothing of it. */
  @property() signature = '';
  /** The customer no longer reads, as in wrap-up: only notes are offered. */
  @property({ type: Boolean, attribute: 'internal-only' }) internalOnly = false;
  /** Where drafts are kept. */
  @property({ attribute: false }) drafts: DraftStore = memoryDrafts();

  @state() private writing: Plane = 'internal';
  /** Whether somebody tried to send what is too long. */
  @state() private refused = false;

  readonly #typingNow: Record<Plane, (at: number) => boolean> = { internal: typingPace(), public: typingPace() };
  #announced: Plane | undefined;
  #moveFocus = false;

  /** The plane that is written on now; changed by the writer, `reset`, `switchTo` and `makeDraft`. */
  get plane(): Plane {
    return this.writing;
  }

  /** Whether a supervisor speaks to the customer, so that the panel wears its band and frame. */
  get speaking(): boolean {
    return this.mode === 'supervisor' && this.writing === 'public';
  }

  /** Back to where the writer starts; drafts stay where they are. */
  reset(): void {
    this.switchTo(this.#start, this.#hasFocus);
  }

  /** Shows the other plane with its own draft and, unless told otherwise, goes there with the focus. */
  switchTo(plane: Plane, moveFocus = true): void {
    if (plane === this.writing || (plane === 'public' && this.internalOnly)) return;
    this.writing = plane;
    this.refused = false;
    this.#moveFocus = moveFocus;
  }

  /**
   * Adds a text to the public draft and shows it there, for the writer to edit and send: the one way from a note to the
   * customer. What was in the public draft stays before it.
   */
  makeDraft(text: string): void {
    if (this.internalOnly) return;
    const before = this.drafts.get(this.conversation, 'public').trimEnd();
    this.drafts.set(this.conversation, 'public', before === '' ? text : `${before}\n\n${text}`);
    this.switchTo('public');
    this.#moveFocus = true;
    this.requestUpdate();
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('textarea')?.focus(options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.writing = this.#start;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('conversation') || changed.has('mode') || changed.has('internalOnly')) {
      this.writing = this.#start;
      this.refused = false;
    }
  }

  protected override updated(): void {
    this.dataset['plane'] = this.writing;
    if (this.#announced !== this.writing) {
      this.#announced = this.writing;
      this.dispatchEvent(new PlaneChangedEvent(this.writing, this.speaking));
    }
    if (this.#moveFocus) {
      this.#moveFocus = false;
      this.focus();
    }
  }

  /** Keyed, so that each plane of each conversation has a field, an undo history and an input method of its own. */
  protected override render(): unknown {
    const plane = this.writing;
    const { conversation } = this;
    const view = {
      mode: this.mode,
      customer: this.customer,
      agent: this.agent,
      supervisors: this.supervisors,
      signature: this.signature,
      internalOnly: this.internalOnly,
      text: this.drafts.get(conversation, plane),
      refused: this.refused,
      onInput: (event: InputEvent) => this.#onInput(event, conversation, plane),
      onKeyDown: (event: KeyboardEvent) => this.#onKeyDown(event, plane),
      onSubmit: () => this.#submit(plane),
      onSwitch: () => this.switchTo(plane === 'internal' ? 'public' : 'internal'),
    };
    return keyed(`${plane} ${conversation}`, plane === 'internal' ? renderInternal(view) : renderPublic(view));
  }

  get #start(): Plane {
    return this.mode === 'agent' && !this.internalOnly ? 'public' : 'internal';
  }

  get #hasFocus(): boolean {
    return this.shadowRoot?.activeElement != null;
  }

  /** Bound to the field's own plane and conversation: an input method may commit after the plane has changed. */
  #onInput(event: InputEvent, conversation: string, plane: Plane): void {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    const { value } = event.target;
    this.drafts.set(conversation, plane, value);
    if (judgeText(value) !== 'tooLong') this.refused = false;
    if (value !== '' && this.#typingNow[plane](event.timeStamp)) this.dispatchEvent(new TypingEvent(plane));
    this.requestUpdate();
  }

  #onKeyDown(event: KeyboardEvent, plane: Plane): void {
    if (isComposing(event)) return;
    const enter = enterKind(event);
    const sends = plane === 'internal' ? 'control' : this.mode === 'agent' ? 'plain' : 'controlShift';
    if (enter === sends && event.target instanceof HTMLTextAreaElement) {
      this.#take(event);
      this.#submit(plane);
    } else if (this.mode === 'agent' && event.key.toLowerCase() === 'i' && (event.ctrlKey || event.metaKey)) {
      this.#take(event);
      this.switchTo('internal');
    } else if (event.key === 'Escape' && plane !== this.#start) {
      this.#take(event);
      this.reset();
    }
  }

  /** A key that was used here means nothing to the panels around. */
  #take(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
  }

  #submit(plane: Plane): void {
    const text = this.drafts.get(this.conversation, plane);
    const verdict = judgeText(text);
    this.refused = verdict === 'tooLong';
    if (verdict === 'empty' || verdict === 'tooLong') return;
    const sent = this.dispatchEvent(new MessageSubmittedEvent(plane, text.trim().toWellFormed(), messageId()));
    if (sent) this.drafts.set(this.conversation, plane, '');
    this.requestUpdate();
    this.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-composer': FloorwalkComposer;
  }
}
