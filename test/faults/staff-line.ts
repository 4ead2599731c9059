import { randomUUID } from 'node:crypto';
import type { Refusal } from '@floorwalk/core';
import type { Command } from '@floorwalk/core/protocol';
import { createClient } from '../../server/replay/floorwalk-client.ts';
import { FloorPicture, TalkPicture } from './pictures.ts';
import type { Tally } from './tally.ts';
import { openTireless, type Heard, type Tireless } from './tireless.ts';

/** What a command came to: done, or refused for good. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal };

/** A member of staff with one socket that never gives up. */
export interface StaffLine {
  readonly user: string;
  readonly role: 'supervisor' | 'agent';
  readonly line: Tireless;
  readonly tally: Tally;
  readonly floor: FloorPicture;
  readonly talks: ReadonlyMap<string, TalkPicture>;
  /** Why followed conversations ended, by id. */
  readonly ended: ReadonlyMap<string, Refusal>;
  /** Sends a command until it is answered; the id stays the same, so that it happens once. */
  act(command: Command, id?: string): Promise<Outcome>;
  follow(conversation: string): void;
  unfollow(conversation: string): void;
}

export interface StaffOptions {
  readonly user: string;
  readonly role: 'supervisor' | 'agent';
  readonly pick: () => string;
  readonly tally: Tally;
}

/** The window that every supervisor of a run looks at. */
export const FLOOR_QUERY = { view: 'all', sort: 'customer', limit: 200 } as const;

/** Signs somebody in: supervisors look at the floor, agents sit at their desk. */
export function openStaff({ user, role, pick, tally }: StaffOptions): StaffLine {
  const talks = new Map<string, TalkPicture>();
  const ended = new Map<string, Refusal>();
  const floor = new FloorPicture(user, tally);
  const follow = (conversation: string): void => {
    const since = talks.get(conversation)?.position;
    const topic = { kind: 'conversation', conversation, ...(since && { since }) };
    line.say({ type: 'subscribe', id: conversation, topic });
  };
  const heard = (message: Heard): void => {
    const id = String(message['id']);
    if (message.type === 'floor') floor.apply(message);
    else if (message.type === 'conversation') talks.get(id)?.apply(message);
    else if (message.type === 'ended' && message['resumes'] === false) {
      ended.set(id, message['refusal'] as Refusal);
      talks.delete(id);
    }
  };
  const line = openTireless({
    pick,
    path: '/v1/live',
    hello: async (url) => ({
      type: 'hello',
      version: 1,
      token: await createClient(url, Date.now).token(role, user),
      desk: role === 'agent',
    }),
    welcomed: () => {
      if (role === 'supervisor') {
        floor.begin();
        line.say({ type: 'subscribe', id: 'floor', topic: { kind: 'floor', query: FLOOR_QUERY } });
      } else line.say({ type: 'subscribe', id: 'desk', topic: { kind: 'desk' } });
      for (const conversation of talks.keys()) follow(conversation);
    },
    heard,
    tally,
  });
  return {
    user,
    role,
    line,
    tally,
    floor,
    talks,
    ended,
    act: async (command, id = randomUUID()) => {
      const answer = await line.ask(id, { type: 'command', id, command });
      if (answer.type === 'refused') return { ok: false, refusal: answer['refusal'] as Refusal };
      tally.acknowledged += 1;
      return { ok: true };
    },
    follow: (conversation) => {
      ended.delete(conversation);
      talks.set(conversation, new TalkPicture(`${user} in ${conversation}`, tally));
      follow(conversation);
    },
    unfollow: (conversation) => {
      if (!talks.delete(conversation)) return;
      line.say({ type: 'unsubscribe', id: conversation });
    },
  };
}
