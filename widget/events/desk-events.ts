import type { Detail } from '@floorwalk/core/protocol';

/** What is known of the conversation in hand changed. */
export class DetailChangedEvent extends Event {
  static readonly type = 'floorwalk-detail-changed';
  readonly detail: Detail;
  constructor(detail: Detail) {
    super(DetailChangedEvent.type, { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'floorwalk-detail-changed': DetailChangedEvent;
  }
}
