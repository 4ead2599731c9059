import type { Contact } from '../../server/replay/contacts.ts';
import type { Talk } from '../../server/replay/texts.ts';

/** A small day of the shape of a recorded one: bursts, long waits, people who give up, an agent with two at once. */
export function madeUpDay(): readonly Contact[] {
  return Array.from({ length: 120 }, (_, i): Contact => {
    const openedAt = 36_000 + i * 31 - (i % 5) * 60;
    const wait = (i * 37) % 240;
    const base = { id: `day-${i + 1}`, queue: i % 3 ? 'ps' : 'nw', openedAt, agent: `agent-0${1 + (i % 6)}` };
    if (i % 4 === 3) return { ...base, servedAt: null, overAt: openedAt + wait };
    return { ...base, servedAt: openedAt + wait, overAt: openedAt + wait + ((i * 53) % 200) };
  });
}

export const madeUpTalks: readonly Talk[] = [
  {
    id: 'made-up-1',
    turns: [
      { from: 'customer', at: 0, text: 'My parcel is not here.' },
      { from: 'agent', at: 0.4, text: 'I am looking for it.' },
      { from: 'customer', at: 1, text: 'Thank you.' },
    ],
  },
];
