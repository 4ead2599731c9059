/** The customer sends a text under an id, which stores it once. Prevented, it is not sent and stays in the field. */
export class CustomerMessageEvent extends Event {
  static readonly type = 'floorwalk-customer-message';
  readonly text: string;
  readonly id: string;

  constructor(text: string, id: string) {
    super(CustomerMessageEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.text = text;
    this.id = id;
  }
}

/** The customer types; said at most every three seconds, and never what. */
export class CustomerTypingEvent extends Event {
  static readonly type = 'floorwalk-customer-typing';

  constructor() {
    super(CustomerTypingEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'floorwalk-customer-message': CustomerMessageEvent;
    'floorwalk-customer-typing': CustomerTypingEvent;
  }
}
