import type { Detail } from '@floorwalk/core/protocol';
import type { Plane } from '@floorwalk/core';
import type { DraftStore } from '../../composer/index.ts';

const acts = ['resume', 'release', 'park', 'end', 'close'] as const;

/** What an agent can do with a conversation of theirs. */
export type Act = (typeof acts)[number];

/** The words on their buttons. */
export const actWords = {
  resume: 'resume',
  release: 'release',
  park: 'park',
  end: 'end',
  close: 'closeAfterWork',
} as const;

/** Those that are shown: what is allowed, and the end even where it is off, with its reason. */
export const shownActs = ({ may, state }: Detail): readonly Act[] =>
  acts.filter((act) => may[act] === null || (act === 'end' && may[act] && state === 'active'));

/** Whether a text would be left that nobody can send any more. */
export function losesText(act: Act, drafts: DraftStore | undefined, conversation: string): boolean {
  if (act !== 'release' && act !== 'end' && act !== 'close') return false;
  const planes: readonly Plane[] = act === 'end' ? ['public'] : ['public', 'internal'];
  return planes.some((plane) => (drafts?.get(conversation, plane) ?? '').trim() !== '');
}
