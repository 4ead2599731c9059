import type { Detail, TimelineEntry } from '@floorwalk/core/protocol';
import type { Client } from './client.ts';
import { startLive, type Server } from './live.ts';

/** One message as it came. */
export type Message = Readonly<Record<string, unknown>>;
/** All entries that came under a subscription, in order. */
export const entriesOf = (client: Client, id = 'w'): TimelineEntry[] =>
  client.all('conversation', id).flatMap(({ entries }) => entries as TimelineEntry[]);
/** What was said, without who and when. */
export const textsOf = (entries: readonly TimelineEntry[]): string[] =>
  entries.flatMap((entry) => (entry.type === 'message' ? [entry.text] : []));
/** The detail of one message. */
export const detailOf = (message: Message | undefined): Detail => message?.['detail'] as Detail;
/** Why it was refused. */
export const refusalOf = (message: Message): string => (message['refusal'] as { refusal: string }).refusal;
/** The detail as this client has it now. */
export const lastDetail = (client: Client): Detail =>
  client
    .all('conversation')
    .reduce<Detail>(
      (known, { detail, changes }) => (detail as Detail | null) ?? Object.assign({}, known, changes),
      detailOf({ type: 'none' }),
    );

/** Follows c1 under the id `w` and answers its first message. */
export async function watch(client: Client, since?: object): Promise<Message> {
  client.send({
    type: 'subscribe',
    id: 'w',
    topic: { kind: 'conversation', conversation: 'c1', ...(since && { since }) },
  });
  return client.type('conversation', 'w');
}

/** A server on which Ines watches c1, which Ana has. */
export async function watched(t: Parameters<typeof startLive>[0]): Promise<{ on: Server; client: Client }> {
  const on = await startLive(t);
  await on.open('c1', 'ana');
  const client = await on.staff('ines');
  await watch(client);
  return { on, client };
}
