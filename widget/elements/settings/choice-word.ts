import type { Channel, Presence } from '@floorwalk/core';
import { wordFor } from '../../strings/administrator.ts';
import { channelWord, presenceWord } from '../../strings/index.ts';

/** What one of a few values is called. */
export const choiceWord = (name: string, value: string): string => {
  if (name === 'channel') return channelWord(value as Channel);
  if (name === 'allowedPresences') return presenceWord(value as Presence);
  return wordFor(`value_${value}`, value);
};
