import { candidates as candidatesSchema, detail as detailSchema, type Candidates } from '@floorwalk/core/protocol';
import type { Stamp } from '../cards/elements.ts';
import { noteCard } from '../cards/note-card.ts';
import { targetCard, type Giving, type TargetForm } from '../cards/target-card.ts';
import type { Account } from '../floor/person.ts';
import { nameOf } from '../mirror/lines.ts';
import type { Words } from '../words/index.ts';
import { presenceWord, refusalWords } from '../words/phrases.ts';
import { harmlessLine } from '../words/text.ts';
import type { Give } from './ask.ts';
import { done, type Asker, type DeskDeps, type Shown } from './shown.ts';

interface Choosing {
  readonly what: Giving;
  readonly conversation: string;
  readonly all: boolean;
}

/** The form with who can take it, or why nobody may give it away now. */
export async function chooseTarget(deps: DeskDeps, { account }: Asker, stamp: Stamp, ask: Choosing): Promise<Shown> {
  const form = await formOf(deps, account, ask);
  if ('summary' in form)
    return { card: noteCard(stamp, form.summary, { bad: true }), summary: form.summary, isSentence: true };
  return { card: targetCard(stamp, form), summary: stamp.words.target[ask.what](form.name) };
}

/** What an attempt came to; `tried` where the form goes on. */
export interface Given extends Shown {
  readonly tried?: NonNullable<TargetForm['tried']>;
}

/** Tries or does it. The loser of a race is told who won; who holds too much needs a reason. */
export async function giveAway(deps: DeskDeps, asker: Asker, stamp: Stamp, ask: Give): Promise<Given> {
  const { client, people } = deps;
  const { account, key } = asker;
  const [kind = '', ...id] = ask.target.split(':');
  const reason = ask.reason.trim();
  const body = { [kind]: id.join(':'), ...(reason !== '' && { override: { reason } }) };
  const isTry = ask.do === 'try';
  const answer = await client.ask(account, {
    method: 'POST',
    path: `/v1/conversations/${ask.conversation}/${ask.what}${isTry ? '?dryRun=1' : ''}`,
    body,
    ...(!isTry && { key }),
    schema: done,
  });
  if (answer.ok && !isTry) {
    const text = await doneText(deps, account, stamp.words, ask);
    return { card: noteCard(stamp, text), summary: text };
  }
  const { zone } = people.get(account);
  const form = await formOf(deps, account, ask);
  // It is not to be given away any more: somebody was faster.
  if ('summary' in form) {
    const text = answer.ok ? form.summary : refusalWords(stamp.words, answer.refusal, zone);
    return { card: noteCard(stamp, text, { bad: !answer.ok }), summary: text };
  }
  const target = nameOfTarget(form.candidates, ask.target);
  const words = answer.ok
    ? wouldDo(stamp.words, form.candidates, ask, target)
    : refusalWords(stamp.words, answer.refusal, zone);
  const tried = { target: ask.target, reason, words, isAllowed: answer.ok };
  return { card: targetCard(stamp, { ...form, tried }), summary: words, tried };
}

/** The form with everybody who can take it, or one sentence why not. */
export async function formOf(
  deps: DeskDeps,
  account: Account,
  ask: Choosing,
): Promise<TargetForm | { readonly summary: string }> {
  const { client, people } = deps;
  const { conversation, what, all } = ask;
  const base = `/v1/conversations/${conversation}`;
  const [detail, candidates] = await Promise.all([
    client.ask(account, { path: base, schema: detailSchema }),
    client.ask(account, { path: `${base}/candidates?for=${what}${all ? '&all=1' : ''}`, schema: candidatesSchema }),
  ]);
  const { zone } = people.get(account);
  if (!candidates.ok) return { summary: refusalWords(people.words(account), candidates.refusal, zone) };
  if (!detail.ok) return { summary: refusalWords(people.words(account), detail.refusal, zone) };
  const name = nameOf(detail.value, detail.value.customer.name);
  return { what, conversation, all, name, candidates: candidates.value };
}

/** What was done, with the names of the conversation and of who has it now, as far as they may still be seen. */
async function doneText({ client }: DeskDeps, account: Account, words: Words, ask: Give): Promise<string> {
  const found = await client.ask(account, { path: `/v1/conversations/${ask.conversation}`, schema: detailSchema });
  if (!found.ok) return words.say.done;
  const { pending, primary, queue, customer } = found.value;
  const [kind, ...id] = ask.target.split(':');
  const target = (kind === 'queue' ? [queue] : [pending?.agent, primary]).find((one) => one?.id === id.join(':'));
  if (!target) return words.say.done;
  const { done: isDone, transferOffered, moved, assigned } = words.target;
  const how = ask.what === 'transfer' ? transferOffered : kind === 'queue' ? moved : assigned;
  return isDone(how(nameOf(found.value, customer.name), harmlessLine(target.name)));
}

function nameOfTarget({ agents, queues }: Candidates, target: string): string {
  const found = [
    ...agents.map(({ id, name }) => ({ value: `agent:${id}`, name })),
    ...queues.map(({ id, name }) => ({ value: `queue:${id}`, name })),
  ].find(({ value }) => value === target);
  return found ? harmlessLine(found.name) : target;
}

/** What it would do, in units (A7). */
function wouldDo(words: Words, { agents }: Candidates, ask: Give, target: string): string {
  const { wouldGo, wouldHold, wouldExceed } = words.target;
  const agent = agents.find(({ id }) => `agent:${id}` === ask.target);
  if (!agent) return wouldGo(target);
  const held = wouldHold(target, presenceWord(words, agent.presence), agent.load + agent.units, agent.capacity);
  return agent.excess > 0 ? `${held} ${wouldExceed(agent.excess)}` : held;
}
