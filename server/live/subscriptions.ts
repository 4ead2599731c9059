import { refuse, type Refusal } from '@floorwalk/core';
import { floorQuery, parse, type Topic as WireTopic } from '@floorwalk/core/protocol';
import type { Hub, Member } from './hub.ts';
import { AgentsTopic } from './topics/agents-topic.ts';
import { ConversationTopic } from './topics/conversation-topic.ts';
import { DirectoryTopic } from './topics/directory-topic.ts';
import { DeskTopic } from './topics/desk-topic.ts';
import { FloorTopic } from './topics/floor-topic.ts';
import type { RowTopic } from './topics/row-topic.ts';
import type { Closing, Listener, Topic } from './topics/topic.ts';
import { ViewsTopic } from './topics/views-topic.ts';
import { Watch } from './watch.ts';

interface Subscription {
  readonly topic: Topic;
  readonly unfollow: () => void;
}

/** The subscriptions of one connection, by the id its client gave. */
export class Subscriptions {
  readonly #listener: Listener;
  readonly #limit: number;
  readonly #all = new Map<string, Subscription>();
  /** Tells the leases of one connection apart. */
  #leases = 0;

  constructor(listener: Listener, limit: number) {
    this.#listener = listener;
    this.#limit = limit;
  }

  /** Subscribes; the same id again replaces what it followed, and only the query where both follow the floor. */
  add(hub: Hub, id: string, topic: WireTopic, member: Member): Refusal | null {
    const known = this.#all.get(id);
    if (known?.topic instanceof FloorTopic && topic.kind === 'floor') {
      known.topic.replace(queryOf(topic));
      return null;
    }
    if (known) this.remove(id);
    if (this.#all.size >= this.#limit) return refuse('tooManySubscriptions');
    this.#open(hub, id, topic, member);
    return null;
  }

  remove(id: string): void {
    const known = this.#all.get(id);
    this.forget(id);
    known?.topic.close('unsubscribed');
  }

  /** It has ended by itself. */
  forget(id: string): void {
    this.#all.get(id)?.unfollow();
    this.#all.delete(id);
  }

  recheck(): void {
    for (const { topic } of [...this.#all.values()]) topic.recheck();
  }

  close(why: Closing): void {
    for (const { topic, unfollow } of this.#all.values()) {
      unfollow();
      topic.close(why);
    }
    this.#all.clear();
  }

  #open(hub: Hub, id: string, topic: WireTopic, member: Member): void {
    if (topic.kind === 'conversation') {
      const { conversation } = topic;
      const connection = `${this.#listener.connection}.${++this.#leases}`;
      const watch = new Watch(hub.watchDeps, conversation, connection);
      const opened = new ConversationTopic(
        { id, conversation, since: topic.since },
        this.#listener,
        watch,
        hub.audiencesOf(conversation),
        hub.gaps,
      );
      this.#all.set(id, { topic: opened, unfollow: hub.followConversation(opened, member) });
      return;
    }
    const opened = this.#rows(hub, id, topic);
    this.#all.set(id, { topic: opened, unfollow: hub.followRows(opened) });
    opened.recheck();
  }

  #rows(hub: Hub, id: string, topic: Exclude<WireTopic, { kind: 'conversation' }>): RowTopic {
    if (topic.kind === 'views') return new ViewsTopic(id, this.#listener);
    if (topic.kind === 'directory') return new DirectoryTopic(id, this.#listener);
    if (topic.kind === 'floor') return new FloorTopic(id, this.#listener, queryOf(topic), hub.floor());
    const { index } = hub.floor();
    return topic.kind === 'agents'
      ? new AgentsTopic(id, this.#listener, index)
      : new DeskTopic(id, this.#listener, index);
  }
}

/** The query with everything that the client left out. */
function queryOf(topic: Extract<WireTopic, { kind: 'floor' }>) {
  const parsed = parse(floorQuery, topic.query);
  if (!parsed.ok) throw new Error(`A parsed query did not parse again: ${parsed.reason}`);
  return parsed.value;
}
