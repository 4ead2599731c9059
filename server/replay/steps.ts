import type { Contact } from './contacts.ts';
import type { Talk } from './texts.ts';

/** One thing that somebody does in the replay, at a second of the day. */
export type DayStep = { readonly at: number; readonly contact: Contact } & (
  | { readonly does: 'open' | 'serve' | 'finish' | 'giveUp' }
  | { readonly does: 'say'; readonly turn: number; readonly from: 'customer' | 'agent'; readonly text: string }
);

/** In which order things of the same second happen: who is over frees an agent before the next is served. */
const order = { open: 0, giveUp: 1, finish: 2, serve: 3, say: 4 } as const;

/** The whole day in order: contacts open, are served or give up, talk as somebody really did, and are over. */
export function stepsOf(contacts: readonly Contact[], talks: readonly Talk[]): readonly DayStep[] {
  const steps = contacts.flatMap((contact, index): DayStep[] => {
    const { openedAt, servedAt, overAt } = contact;
    const opens: DayStep = { at: openedAt, contact, does: 'open' };
    if (servedAt === null) return [opens, { at: overAt, contact, does: 'giveUp' }];
    const talk = talks[index % Math.max(1, talks.length)];
    const says = (talk?.turns ?? []).map(({ from, at, text }, turn): DayStep => {
      // Turn times are scaled into the time of service; the last is said before the end.
      const second = servedAt + Math.floor((overAt - servedAt) * at * 0.9);
      return { at: second, contact, does: 'say', turn, from, text };
    });
    // Whoever is over in the second in which they were served is served first.
    return [opens, { at: servedAt, contact, does: 'serve' }, ...says, { at: overAt, contact, does: 'finish' }];
  });
  return steps.toSorted((a, b) => a.at - b.at || rank(a) - rank(b));
}

const rank = (step: DayStep): number => {
  const isInstant = step.contact.servedAt === step.contact.overAt;
  return isInstant && step.does === 'finish' ? 5 : order[step.does];
};
