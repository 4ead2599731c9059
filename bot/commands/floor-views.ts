import { savedView, type SavedViewItem } from '@floorwalk/core/protocol';
import * as v from 'valibot';
import type { Account } from '../floor/person.ts';
import type { Words } from '../words/index.ts';
import { harmlessLine } from '../words/text.ts';
import type { Ask } from './ask.ts';
import type { DeskDeps } from './shown.ts';

const answer = v.object({ items: v.array(savedView), opensWith: v.nullable(v.string()) });

type FloorAsk = Extract<Ask, { do: 'floor' }>;

/** The saved views to choose from, and the one that is to be opened; a sentence where there is no such view, or there are two (F6). */
export type Chosen =
  { readonly views: readonly SavedViewItem[]; readonly open: SavedViewItem | null } | { readonly refused: string };

/**
 * Which saved view a floor is opened with: the one that is named, else the one of the card, else the person's first
 * one. Words are looked for on the whole floor. Whoever has no views of their own to read gets the floor without.
 */
export async function chooseView(
  { client, people }: Pick<DeskDeps, 'client' | 'people'>,
  account: Account,
  { words, view, named }: FloorAsk,
): Promise<Chosen> {
  const found = await client.ask(account, { path: '/v1/views', schema: answer });
  // Whether they may see a floor is said by the floor itself.
  if (!found.ok) return { views: [], open: null };
  const { items: views, opensWith } = found.value;
  const { say } = people.words(account);
  if (named !== undefined) return byName(say, views, named);
  const id = view ?? (words === '' ? opensWith : null) ?? '';
  const open = views.find((one) => one.id === id) ?? null;
  return view !== undefined && view !== '' && open === null ? { refused: say.viewGone } : { views, open };
}

function byName(say: Words['say'], views: readonly SavedViewItem[], named: string): Chosen {
  const small = (name: string): string => name.normalize('NFC').toLocaleLowerCase().replaceAll(/\s+/gu, ' ').trim();
  const same = views.filter(({ name }) => small(name) === small(named));
  const fitting = same.length > 0 ? same : views.filter(({ name }) => small(name).includes(small(named)));
  const [open] = fitting;
  const list = (of: readonly SavedViewItem[]): string => of.map(({ name }) => harmlessLine(name)).join(' · ');
  if (open === undefined) return { refused: say.noSuchView(harmlessLine(named), list(views)) };
  return fitting.length > 1 ? { refused: say.severalViews(list(fitting)) } : { views, open };
}

/** What a floor with this view is asked for: its filters and its order, never more than its reader may see. */
export function queryOf(open: SavedViewItem | null): URLSearchParams {
  if (open === null) return new URLSearchParams({ sort: '-attention' });
  const { view, queues, agents, channels, sentiments, sort, descending } = open.look;
  const query = new URLSearchParams({ view, sort: `${descending ? '-' : ''}${sort}` });
  for (const queue of queues) query.append('queue', queue);
  for (const agent of agents) query.append('agent', agent);
  for (const channel of channels) query.append('channel', channel);
  for (const sentiment of sentiments) query.append('sentiment', String(sentiment));
  return query;
}
