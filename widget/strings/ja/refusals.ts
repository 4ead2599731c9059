import { refusals as shared } from '@floorwalk/core/refusal-words/ja';
import type { refusalHints, refusalSentences } from '../en/refusals.ts';
import type { Worded } from '../language.ts';

/** What is wrong and what to do, in Japanese. */
export const refusals: Worded<typeof refusalSentences> = {
  ...shared,
  malformed: '要求を読み取れませんでした。ページを再読み込みして再試行してください。',
  tooLarge: 'テキストが 8,000 文字を超えています。短くして再送信してください。',
  attachmentsNotSupported: 'ここでは添付ファイルを送信できません。テキストを送信してください。',
  unauthenticated: 'サインインの期限が切れました。もう一度サインインしてください。',
  tooManySubscriptions: 'このページで開いている会話が多すぎます。先に 1 件閉じてください。',
  unknownRoute: 'サーバーがこのコマンドを認識できません。ページを再読み込みしてください。',
  identifierReused: '別の内容としてすでに送信されています。もう一度入力してください。',
  staleEpoch: 'サーバーがフロアを再読み込みしました。コマンドをやり直してください。',
};

/** The same in a few words, for the place under a command that is off. */
export const hints: Worded<typeof refusalHints> = {
  role: 'ロールの対象外',
  switchedOff: 'オフ',
  outOfScope: 'フロアの外',
  channel: 'このチャネルでは不可',
  elevated: '通話を開始済み',
  isPrimary: '自分が主担当',
  notPrimary: '主担当ではない',
  notParticipant: '先に参加',
  notOfferee: 'オファーされていない',
  heldByBot: 'ボットが担当中',
  notHeldByBot: 'ボットは担当していない',
  consentMissing: '同意がまだ',
  transferPending: '転送が保留中',
  noTransferPending: '保留中の転送なし',
  noOfferPending: '保留中のオファーなし',
  handRaised: '挙手中',
  noHandRaised: '挙手なし',
  handClaimed: '引き受け済み',
  presenceNotAllowed: 'プレゼンスが許可外',
  agentUnreachable: 'エージェント接続不可',
  overCapacity: '容量超過',
  notMember: '自分のキューではない',
  distribution: '手動では取れない',
  releaseInstead: '手放してください',
  planeClosed: '終了済み',
  sameTarget: 'すでにその状態',
  targetDisabled: '無効',
  targetIsBot: 'ボット',
  targetNotAgent: 'エージェントではない',
  queueKind: '別の種類',
  queueWithoutMembers: '有効なメンバーなし',
};
