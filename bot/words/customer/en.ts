import { notices } from '@floorwalk/core/customer-notices/en';
import { named, type CustomerWords } from './words.ts';

/** What the bot says to customers on channels, in English. */
export const en: CustomerWords = {
  visitor: 'Visitor',
  noFiles: 'Files and pictures are not passed on here. Please write it.',
  noText: 'The message had no text, so nothing was passed on.',
  unchanged: 'A message that was sent stays as it was sent. Please write a correction.',
  notTaken: 'Your last message could not be passed on. Please write it in another way.',
  notices: notices(named),
};
