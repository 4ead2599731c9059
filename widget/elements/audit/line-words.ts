import type { FieldChange } from '@floorwalk/core/directory';
import { isAdministratorKey, ta, wordFor } from '../../strings/administrator.ts';
import { presenceWord, t } from '../../strings/index.ts';
import type { Presence } from '@floorwalk/core';
import { changeWords } from '../settings/change-words.ts';
import { isTold } from '../settings/is-told.ts';
import type { RecordLine, RecordPage } from './read-record.ts';

/** A line of the record as people read it. */
export interface LineWords {
  readonly who: string;
  /** From where, where it was not a panel. */
  readonly from: string;
  readonly what: string;
  readonly about: readonly string[];
  readonly conversation: string;
  readonly details: readonly string[];
}

/** Lines that tell what was saved field by field. */
const saves: ReadonlySet<string> = new Set(['DirectorySaved', 'ViewSaved', 'ViewDeleted']);

export type Names = Pick<RecordPage, 'names' | 'conversations'>;

/** Puts names in the place of ids and words in the place of codes; what this version does not know stays readable. */
export function lineWords(line: RecordLine, { names, conversations }: Names): LineWords {
  const nameOf = (id: string): string => (Object.hasOwn(names, id) ? String(names[id]) : id);
  const who = line.who === 'system' ? ta('recordTimer') : nameOf(line.who);
  const { through, conversation } = line;
  return {
    who: through === undefined ? who : ta('recordThrough', { who, through: nameOf(through) }),
    from: line.from === 'teams' ? ta('recordFromTeams') : line.from === 'api' ? ta('recordFromApi') : '',
    what: whatWords(line, nameOf),
    about: saves.has(line.what) ? [] : line.about.filter((id) => id !== line.who).map(nameOf),
    conversation: conversation === undefined ? '' : conversationWords(conversation, conversations),
    details: saves.has(line.what) ? changesIn(line, nameOf) : detailsIn(line, nameOf),
  };
}

/** What kinds of lines are called; a newer one by its own name, taken apart. */
export const kindWord = (what: string): string =>
  wordFor(`line_${what}`, what.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, ' ').toLocaleLowerCase());

function whatWords({ what, details }: RecordLine, nameOf: (id: string) => string): string {
  const said = kindWord(what);
  const entry = details['entry'];
  if (typeof entry !== 'string') return said;
  const at = entry.indexOf(':');
  const [kind, id] = [entry.slice(0, at), entry.slice(at + 1)];
  if (kind === 'policy') return t('labelled', { label: said, words: ta('entry_policy') });
  const key = `entry_${kind}`;
  // A view is told by its name, whatever has the same for an id.
  const name = kind === 'view' ? id : nameOf(id);
  const thing = isAdministratorKey(key) ? (ta as (name: string, params: object) => string)(key, { name }) : entry;
  return t('labelled', { label: said, words: thing });
}

function conversationWords(id: string, conversations: Names['conversations']): string {
  const known = Object.hasOwn(conversations, id) ? conversations[id] : undefined;
  if (known === undefined || known.customer === '') return ta('recordConversationGone');
  return known.queue === '' ? known.customer : ta('recordConversationOf', known);
}

/** A save's fields, before and after. */
function changesIn({ details }: RecordLine, nameOf: (id: string) => string): readonly string[] {
  const fields = Object.keys(details).flatMap((name) => (name.startsWith('now.') ? [name.slice(4)] : []));
  return fields
    .map((field): FieldChange => ({
      field,
      was: details[`was.${field}`] ?? null,
      now: details[`now.${field}`] ?? null,
    }))
    .filter(isTold)
    .map((change) => changeWords(change, nameOf));
}

function detailsIn({ details }: RecordLine, nameOf: (id: string) => string): readonly string[] {
  return Object.entries(details).flatMap(([name, value]) => {
    if (value === null || value === '') return [];
    return [ta('detailOf', { name: wordFor(`detail_${name}`, name), value: detailWord(name, value, nameOf) })];
  });
}

function detailWord(name: string, value: string | number | boolean, nameOf: (id: string) => string): string {
  if (typeof value === 'boolean') return ta(value ? 'yes' : 'no');
  if (typeof value === 'number') return String(value);
  if (name === 'presence') return presenceWord(value as Presence) || value;
  return wordFor(`word_${value}`, nameOf(value));
}
