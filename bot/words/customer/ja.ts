import { notices } from '@floorwalk/core/customer-notices/ja';
import { named, type CustomerWords } from './words.ts';

/** What the bot says to customers on channels, in Japanese. */
export const ja: CustomerWords = {
  visitor: 'お客様',
  noFiles: 'ファイルや画像はここではお送りいただけません。文章でお書きください。',
  noText: 'メッセージに文章がなかったため、何も送られませんでした。',
  unchanged: '送信済みのメッセージは変更されません。訂正をお書きください。',
  notTaken: '最後のメッセージをお伝えできませんでした。別の書き方でお試しください。',
  notices: notices(named),
};
