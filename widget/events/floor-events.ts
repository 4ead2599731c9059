/** The row that commands are about changed; empty for none. */
export class ConversationSelectedEvent extends Event {
  static readonly type = 'floorwalk-conversation-selected';
  readonly conversation: string;
  constructor(conversation: string) {
    super(ConversationSelectedEvent.type, { bubbles: true, composed: true });
    this.conversation = conversation;
  }
}

/**
 * A supervisor wants to monitor, join, assign, transfer … a conversation. Prevented, the page does it its own way.
 * Joining opens what is not monitored yet, so that whom it tells is read first.
 */
export class CommandRequestedEvent extends Event {
  static readonly type = 'floorwalk-command-requested';
  readonly command: 'monitor' | 'join' | 'assign' | 'transfer' | 'forceClose';
  readonly conversation: string;
  /** Who the conversation is with, for titles. */
  readonly customer: string;
  /** Monitoring is wanted beside what is monitored already, not in its place. */
  readonly isBeside: boolean;
  constructor(command: CommandRequestedEvent['command'], conversation: string, customer: string, isBeside = false) {
    super(CommandRequestedEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.command = command;
    this.conversation = conversation;
    this.customer = customer;
    this.isBeside = isBeside;
  }
}

/** An agent was chosen on the board; the page shows what they hold. */
export class AgentSelectedEvent extends Event {
  static readonly type = 'floorwalk-agent-selected';
  readonly agent: string;
  constructor(agent: string) {
    super(AgentSelectedEvent.type, { bubbles: true, composed: true });
    this.agent = agent;
  }
}

/** Another number of conversations needs attention, under the filters of the list. */
export class AttentionChangedEvent extends Event {
  static readonly type = 'floorwalk-attention-changed';
  readonly count: number;
  constructor(count: number) {
    super(AttentionChangedEvent.type, { bubbles: true, composed: true });
    this.count = count;
  }
}

/** A panel or dialog is done and may be taken away; `words` say what came of it. */
export class PanelClosedEvent extends Event {
  static readonly type = 'floorwalk-panel-closed';
  readonly words: string;
  constructor(words = '') {
    super(PanelClosedEvent.type, { bubbles: true, composed: true });
    this.words = words;
  }
}

declare global {
  interface HTMLElementEventMap {
    'floorwalk-conversation-selected': ConversationSelectedEvent;
    'floorwalk-command-requested': CommandRequestedEvent;
    'floorwalk-agent-selected': AgentSelectedEvent;
    'floorwalk-attention-changed': AttentionChangedEvent;
    'floorwalk-panel-closed': PanelClosedEvent;
  }
}
