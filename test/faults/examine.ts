import type { FloorwalkClient } from '../../server/replay/floorwalk-client.ts';
import { SUPERVISOR } from '../../server/replay/prepare.ts';
import { stages, type Debt, type Stage } from './acknowledged.ts';

/** What a restarted server still knows of what it had acknowledged. Each entry of a list is a sentence. */
export interface Examination {
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  readonly gaps: readonly string[];
  readonly messages: number;
  readonly conversations: number;
}

interface Entry {
  readonly type: 'message' | 'notice';
  readonly id: string;
  readonly plane: 'public' | 'internal';
  readonly offset: number;
  readonly text?: string;
}
interface View {
  readonly id: string;
  readonly subject: string;
  readonly state: string;
  readonly phase: string | null;
  readonly primary: { readonly id: string } | null;
}
interface AuditLine {
  readonly offset: number;
  readonly what: string;
  readonly conversation: string | null;
}
interface List<T> {
  readonly items: readonly T[];
}

const READER = 'integration auditor';
const ADMINISTRATOR = 'administrator ada';
/** The line of the record that a served contact leaves exactly once when it reaches a stage. */
const recorded: Readonly<Partial<Record<Stage, string>>> = {
  offered: 'ConversationOffered',
  engaged: 'ConversationEngaged',
  'wrap-up': 'ConversationEnded',
  closed: 'ConversationClosed',
};

/** Reads everything back through the interface and compares it with what was acknowledged. */
export async function examine(client: FloorwalkClient, owed: Iterable<Debt>): Promise<Examination> {
  const lost: string[] = [];
  const twice: string[] = [];
  const gaps: string[] = [];
  const debts = [...owed];
  const audit = await wholeAudit(client);
  checkOffsets('audit', audit, gaps);
  let messages = 0;
  let conversations = 0;
  for (const debt of debts) {
    if (debt.conversation === undefined) continue;
    conversations += 1;
    const at = `/v1/conversations/${debt.conversation}`;
    const view = await client.get<View>(at, READER);
    lost.push(...missingState(debt, view));
    const { items } = await client.get<List<Entry>>(`${at}/messages`, READER);
    checkOffsets(debt.contact.id, items, gaps);
    messages += debt.said.size;
    for (const [id, { text }] of debt.sent) {
      const found = items.filter((item) => item.id === id);
      if (found.length > 1) twice.push(`${id} is stored ${found.length} times`);
      if (debt.said.has(id) && found[0]?.text !== text) lost.push(`${id} was acknowledged and is not there`);
    }
    if (debt.notes.size > 0) lost.push(...(await missingNotes(client, at, debt)));
    const ids = items.map(({ id }) => id);
    if (new Set(ids).size !== ids.length) twice.push(`an entry of ${debt.contact.id} is stored twice`);
    const lines = audit.filter(({ conversation }) => conversation === debt.conversation);
    for (const [stage, what] of Object.entries(recorded) as [Stage, string][]) {
      const times = lines.filter((line) => line.what === what).length;
      if (times > (stage === 'offered' ? Math.max(1, debt.offers) : 1))
        twice.push(`${what} of ${debt.contact.id} is recorded ${times} times`);
      if (times === 0 && debt.contact.servedAt !== null && stages.indexOf(stage) <= stages.indexOf(debt.acknowledged))
        lost.push(`${what} of ${debt.contact.id} was acknowledged and is not in the record`);
    }
  }
  const again = new Set(debts.filter((debt) => debt.isOpenedAgain).map(({ contact }) => contact.id));
  twice.push(...(await openedTwice(client, again)));
  return { lost, twice, gaps, messages, conversations };
}

/** The state now lies between what was acknowledged and what had been asked; an offer may since have been withdrawn, for its agent was cut off too (K5). */
function missingState({ contact, holder, acknowledged, asked }: Debt, view: View): string[] {
  const now = (view.state === 'active' ? (view.phase ?? '') : view.state) as Stage;
  const is = stages.indexOf(now);
  const atLeast = stages.indexOf(acknowledged);
  const atMost = Math.max(atLeast, stages.indexOf(asked));
  const isReturned = now === 'open' && acknowledged === 'offered';
  const problems: string[] = [];
  if ((is < atLeast && !isReturned) || is > atMost)
    problems.push(`${contact.id} is ${now}, acknowledged was ${acknowledged}, asked ${asked}`);
  if ((now === 'engaged' || now === 'wrap-up') && view.primary?.id !== holder)
    problems.push(`${contact.id} is in the hands of ${view.primary?.id}, not of ${holder}`);
  if (view.subject !== contact.id) problems.push(`${contact.id} has the subject ${view.subject}`);
  return problems;
}

function checkOffsets(of: string, items: readonly { readonly offset: number }[], gaps: string[]): void {
  items.forEach(({ offset }, index) => {
    if (offset !== index + 1) gaps.push(`${of}: entry ${index + 1} has the offset ${offset}`);
  });
}

/** No contact is on the floor as two conversations. */
async function openedTwice(client: FloorwalkClient, again: ReadonlySet<string>): Promise<string[]> {
  const { items } = await client.get<List<View>>('/v1/conversations', READER);
  const subjects = items.map(({ subject }) => subject);
  return subjects
    .filter((subject, index) => subjects.indexOf(subject) !== index && !again.has(subject))
    .map((s) => `${s} was opened twice`);
}

/** Internal texts that a supervisor no longer finds. */
async function missingNotes(client: FloorwalkClient, at: string, { notes }: Debt): Promise<string[]> {
  const { items } = await client.get<List<Entry>>(`${at}/messages`, SUPERVISOR);
  return [...notes]
    .filter(([id, text]) => items.filter((item) => item.id === id && item.text === text).length !== 1)
    .map(([id]) => `the note ${id} was acknowledged and is not there once`);
}

async function wholeAudit(client: FloorwalkClient): Promise<readonly AuditLine[]> {
  const lines: AuditLine[] = [];
  for (;;) {
    const since = lines.at(-1)?.offset ?? 0;
    const { items } = await client.get<List<AuditLine>>(`/v1/audit?since=${since}&limit=1000`, ADMINISTRATOR);
    if (items.length === 0) return lines;
    lines.push(...items);
  }
}
