import assert from 'node:assert/strict';
import { isRefusal, type RefusalCode } from '../../core/index.ts';
import type { Conversation, ConversationCommand, ConversationEvent } from '../../core/conversation/index.ts';
import { decide, evolveConversation } from '../../core/conversation/index.ts';
import { foldFloor } from '../../core/floor/index.ts';
import { world, type World } from './world.ts';

/** What a test says of one conversation: who does what to it, and what must follow. */
export interface Story {
  readonly at: World;
  readonly id: string;
  /** The clock of the story; move it by hand. */
  now: number;
  /** Carries out a command; fails if it is refused. Answers the events, notices included. */
  does(actor: string, command: ConversationCommand): readonly ConversationEvent[];
  /** Expects this refusal, and that nothing changed. */
  refused(actor: string, command: ConversationCommand, code: RefusalCode): void;
  /** Expects that the command changes nothing and is not refused. */
  nothing(actor: string, command: ConversationCommand): void;
  readonly c: Conversation;
}

/** Starts at a conversation of `world()`, or at none yet. */
export function story(id: string, at: World = world()): Story {
  let made = 0;
  let last: Conversation | undefined = at.floor.conversations.get(id);
  const ask = (who: string) => ({ floor: at.floor, actor: at.actor(who), now: self.now, newId: () => `n-${++made}` });
  const current = () => at.floor.conversations.get(id) ?? last;
  const self: Story = {
    at,
    id,
    now: at.now,
    does(who, command) {
      const decided = decide(id, current(), command, ask(who));
      if (isRefusal(decided)) assert.fail(`${command.type} by ${who} was refused: ${decided.refusal}`);
      const before = current();
      const version = (before?.version ?? 0) + 1;
      last = decided.events.reduce<Conversation | undefined>(evolveConversation, before);
      foldFloor(at.floor, { changes: [{ of: 'conversation', id, version, events: decided.events }] });
      return decided.events;
    },
    refused(who, command, code) {
      const before = current();
      const decided = decide(id, before, command, ask(who));
      assert.ok(isRefusal(decided), `${command.type} by ${who} was not refused`);
      assert.equal(decided.refusal, code);
      assert.equal(current(), before);
    },
    nothing(who, command) {
      const decided = decide(id, current(), command, ask(who));
      assert.ok(!isRefusal(decided), `${command.type} was refused`);
      assert.deepEqual(decided.events, []);
    },
    get c() {
      const c = current();
      assert.ok(c, `there is no conversation ${id}`);
      return c;
    },
  };
  return self;
}

/** The notices among events, as `plane kind`. */
export const told = (events: readonly ConversationEvent[]): readonly string[] =>
  events.flatMap((event) => (event.type === 'NoticeAdded' ? [`${event.plane} ${event.notice.kind}`] : []));

export const typesOf = (events: readonly ConversationEvent[]): readonly string[] =>
  events.filter(({ type }) => type !== 'NoticeAdded').map(({ type }) => type);
