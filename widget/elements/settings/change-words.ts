import type { FieldChange } from '@floorwalk/core/directory';
import { ta, wordFor } from '../../strings/administrator.ts';
import { list, number, presenceWord, sentimentWord, t, type StringKey } from '../../strings/index.ts';
import { columns, views } from '../floor/floor-words.ts';
import type { Presence } from '@floorwalk/core';
import { durationWords } from './durations.ts';
import { fieldWord } from './form.ts';
import { choiceWord } from './choice-word.ts';

/** What people and queues are called, by id. */
export type NameOf = (id: string) => string;

const durations = /^(?:offerFor|customerGrace|wrapUpUnits|autoClose\..+|targets\..+)$/u;
const lists = new Set([
  'queues',
  'agents',
  'channels',
  'sentiments',
  'members',
  'scope',
  'roles',
  'rights',
  'allowedPresences',
  'silencedNotices',
]);
const choices = new Set(['kind', 'distribution', 'channel', 'acceptance', 'consent']);

/** One change in words: "Handed out: picked by members (was offered one after another)". */
export function changeWords({ field, was, now }: FieldChange, nameOf: NameOf): string {
  const word = fieldWord(field);
  const isGone = now === null || now === '';
  const wasSomething = was !== null && was !== '';
  if (isGone && wasSomething && !durations.test(field))
    return ta('changeGone', { field: word, was: valueWords(field, was, nameOf) });
  const said = valueWords(field, now, nameOf);
  return wasSomething || durations.test(field)
    ? ta('changeFromTo', { field: word, now: said, was: valueWords(field, was, nameOf) })
    : ta('changeTo', { field: word, now: said });
}

/** A value of a field in words. */
export function valueWords(field: string, value: FieldChange['now'], nameOf: NameOf): string {
  if (value === null || value === '') return durations.test(field) ? ta('never') : ta('none');
  if (typeof value === 'boolean') return value ? ta('yes') : ta('no');
  if (field === 'sentimentAlert' && typeof value === 'number') return sentimentWord(value);
  if (typeof value === 'number') return durations.test(field) ? durationWords(value) : number(value);
  if (field === 'wrapUpUnits') return wordFor(value, value);
  if (choices.has(field)) return choiceWord(field, value);
  if (field === 'queue') return nameOf(value);
  if (field === 'view') return wordAt(views, value);
  if (field === 'sort') return wordAt(columns, value);
  if (field === 'density') return t(value === 'compact' ? 'rowsOfOneLine' : 'rowsOfTwoLines');
  if (field === 'scope' && value === 'all') return ta('everyQueue');
  return lists.has(field) ? list(value.split(', ').map((item) => itemWord(field, item, nameOf))) : value;
}

/** What the floor calls a view or a column. */
function wordAt(
  table: readonly (readonly [id: string | null, word: StringKey, ...rest: string[]])[],
  id: string,
): string {
  const found = table.find(([known]) => known === id);
  return found ? t(found[1]) : id;
}

const itemWord = (field: string, item: string, nameOf: NameOf): string => {
  if (field === 'roles' || field === 'rights') return wordFor(`value_${item}`, item);
  if (field === 'channels') return choiceWord('channel', item);
  if (field === 'sentiments') return sentimentWord(Number(item));
  if (field === 'allowedPresences') return presenceWord(item as Presence);
  if (field !== 'silencedNotices') return nameOf(item);
  const [channel = '', kind = ''] = item.split(':');
  return ta('noticeSilencedOn', { notice: wordFor(`notice_${kind}`, kind), channel: choiceWord('channel', channel) });
};
