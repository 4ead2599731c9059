import type { Plane } from '@floorwalk/core';

/**
 * Somebody sends a text on a plane. Whoever takes it sends it under `id`, which stores it once. Prevented, the text stays
 * in the composer.
 */
export class MessageSubmittedEvent extends Event {
  static readonly type = 'floorwalk-message-submitted';
  readonly plane: Plane;
  readonly text: string;
  readonly id: string;

  constructor(plane: Plane, text: string, id: string) {
    super(MessageSubmittedEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.plane = plane;
    this.text = text;
    this.id = id;
  }
}

/** Somebody types on a plane; said at most every three seconds, and never what. */
export class TypingEvent extends Event {
  static readonly type = 'floorwalk-typing';
  readonly plane: Plane;

  constructor(plane: Plane) {
    super(TypingEvent.type, { bubbles: true, composed: true });
    this.plane = plane;
  }
}

/**
 * The composer now writes on this plane. With `speaking`, a supervisor speaks to the customer: the panel shows its band
 * and frame until the next of these events.
 */
export class PlaneChangedEvent extends Event {
  static readonly type = 'floorwalk-plane-changed';
  readonly plane: Plane;
  readonly speaking: boolean;

  constructor(plane: Plane, speaking: boolean) {
    super(PlaneChangedEvent.type, { bubbles: true, composed: true });
    this.plane = plane;
    this.speaking = speaking;
  }
}

/** An agent wants an internal text as an editable draft for the customer. */
export class DraftRequestedEvent extends Event {
  static readonly type = 'floorwalk-draft-requested';
  readonly id: string;
  readonly text: string;

  constructor(id: string, text: string) {
    super(DraftRequestedEvent.type, { bubbles: true, composed: true });
    this.id = id;
    this.text = text;
  }
}

/** A message that failed is to be sent again, under the same id. */
export class RetryRequestedEvent extends Event {
  static readonly type = 'floorwalk-retry-requested';
  readonly plane: Plane;
  readonly id: string;

  constructor(plane: Plane, id: string) {
    super(RetryRequestedEvent.type, { bubbles: true, composed: true });
    this.plane = plane;
    this.id = id;
  }
}

declare global {
  interface HTMLElementEventMap {
    'floorwalk-message-submitted': MessageSubmittedEvent;
    'floorwalk-typing': TypingEvent;
    'floorwalk-plane-changed': PlaneChangedEvent;
    'floorwalk-draft-requested': DraftRequestedEvent;
    'floorwalk-retry-requested': RetryRequestedEvent;
  }
}
