import { floorRow } from '@floorwalk/core/protocol';
import * as v from 'valibot';
import { card, heading, line, run, type Element, type Stamp } from '../cards/elements.ts';
import { targetBody, titlesOf, type Giving } from '../cards/target-card.ts';
import type { Account } from '../floor/person.ts';
import { refusalWords } from '../words/phrases.ts';
import { harmlessLine } from '../words/text.ts';
import type { CardJson } from '../transport/activity.ts';
import type { Asker, DeskDeps } from './shown.ts';
import { formOf, giveAway } from './targets.ts';

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9._:@-]{1,128}$/u));
const giving = v.picklist(['assign', 'transfer']);
const submitted = v.looseObject({
  what: v.optional(giving),
  conversation: v.optional(id),
  target: v.optional(v.pipe(v.string(), v.regex(/^(agent|queue):[A-Za-z0-9._:@-]{1,128}$/u))),
  reason: v.optional(v.pipe(v.string(), v.maxLength(1_000)), ''),
  n: v.optional(v.pipe(v.string(), v.maxLength(64))),
  isTried: v.optional(v.boolean(), false),
});
const value = v.looseObject({ commandId: v.optional(v.string()), data: v.optional(v.unknown()) });
const floorPage = v.object({ items: v.array(floorRow), total: v.number() });

/** What a dialog shows next: another card, or one sentence at its end. */
export type DialogStep = { readonly title: string; readonly card: CardJson } | { readonly text: string };

/** The most conversations that a dialog lists. */
const MOST = 50;

/**
 * Assigning and transferring in a dialog, from a button or as an action of the message box: which conversation, to
 * whom, what it would do, and then doing it. The same form and the same acts as on a card.
 */
export async function dialogStep(deps: DeskDeps, asker: Asker, stamp: Stamp, asked: unknown): Promise<DialogStep> {
  const outer = v.safeParse(value, asked);
  const inner = v.safeParse(submitted, (outer.success ? outer.output.data : undefined) ?? {});
  if (!inner.success) return { text: stamp.words.say.failed };
  const { conversation, target, reason, n, isTried } = inner.output;
  const what: Giving =
    inner.output.what ?? (outer.success && outer.output.commandId === 'transfer' ? 'transfer' : 'assign');
  const {
    card: { assign, transfer },
    target: words,
  } = stamp.words;
  const title = what === 'assign' ? assign : transfer;
  if (conversation === undefined) return pick(deps, asker.account, stamp, what, title);
  const ask = { what, conversation, all: false };
  const form = await formOf(deps, asker.account, ask);
  if ('summary' in form) return { text: form.summary };
  const data = { what, conversation };
  if (target === undefined)
    return { title, card: card(stamp, targetBody(stamp, form), [submit(stamp, words.wouldDo, data)]) };
  const key = `${asker.key}:${n ?? ''}`;
  const give = { ...ask, do: isTried ? ('give' as const) : ('try' as const), target, reason };
  const shown = await giveAway(deps, { ...asker, key }, stamp, give);
  if (isTried || shown.tried === undefined) return { text: shown.summary };
  const actions = [
    ...(shown.tried.isAllowed
      ? [
          submit(stamp, what === 'assign' ? words.assignNow : words.transferNow, {
            ...data,
            target,
            reason,
            isTried: true,
          }),
        ]
      : []),
    submit(stamp, words.wouldDo, data),
  ];
  // What is done is what was tried: the form is shown again only where it was refused.
  const body: Element[] = shown.tried.isAllowed
    ? [heading(form.name), line([run(shown.summary)])]
    : targetBody(stamp, { ...form, tried: shown.tried });
  return { title, card: card(stamp, body, shown.tried.isAllowed ? actions.slice(0, 1) : actions) };
}

/** The agents and queues whose name has these words, for a client that asks while somebody types. */
export async function searchTargets(
  deps: DeskDeps,
  account: Account,
  asked: unknown,
): Promise<readonly { readonly title: string; readonly value: string }[]> {
  const parsed = v.safeParse(v.looseObject({ queryText: v.optional(v.string(), ''), dataset: v.string() }), asked);
  const [what, ...rest] = (parsed.success ? parsed.output.dataset : '').split(':');
  const conversation = v.safeParse(id, rest.join(':'));
  const giveTo = v.safeParse(giving, what);
  if (!parsed.success || !conversation.success || !giveTo.success) return [];
  const form = await formOf(deps, account, { what: giveTo.output, conversation: conversation.output, all: false });
  if ('summary' in form) return [];
  const asking = parsed.output.queryText.toLowerCase();
  return titlesOf(deps.people.words(account), form.candidates)
    .filter(({ title }) => title.toLowerCase().includes(asking))
    .slice(0, 15);
}

async function pick(deps: DeskDeps, account: Account, stamp: Stamp, what: Giving, title: string): Promise<DialogStep> {
  const path = `/v1/floor?sort=-attention&view=${what === 'assign' ? 'open' : 'active'}&limit=${MOST}`;
  const found = await deps.client.ask(account, { path, schema: floorPage });
  if (!found.ok) return { text: refusalWords(stamp.words, found.refusal, deps.people.get(account).zone) };
  const rows = found.value.items.filter((row) => row.may[what] === null);
  if (rows.length === 0) return { text: stamp.words.say.nothingHere };
  const choices = rows.map((row) => ({
    title: `${harmlessLine(row.customer)} – ${harmlessLine(row.subject === '' ? row.queue.name : row.subject)}`,
    value: row.id,
  }));
  const body: Element[] = [
    heading(title),
    {
      type: 'Input.ChoiceSet',
      id: 'conversation',
      label: stamp.words.target.conversation,
      style: 'filtered',
      isRequired: true,
      errorMessage: stamp.words.target.chooseConversation,
      choices,
    },
  ];
  return { title, card: card(stamp, body, [submit(stamp, stamp.words.target.next, { what })]) };
}

/** Dialogs know submitting only. */
const submit = (stamp: Stamp, title: string, data: object) => ({
  type: 'Action.Submit' as const,
  title,
  data: { ...data, n: stamp.nonce, t: stamp.at },
});
