import type { CustomerNoticeWording } from './words.ts';

/** What customers read for each kind of notice, in Japanese. */
export const notices: CustomerNoticeWording = (named) => ({
  queuePosition: ({ before }) =>
    Number(before ?? 0) > 0 ? `順番は ${Number(before) + 1} 番目です。` : '次の順番です。',
  consent: () => 'この会話は、モニタリング、記録、保存される場合があります。',
  agentJoined: (it) => `${named(it, 'agent', '担当者')}が対応いたします。`,
  consultantJoined: (it) => `${named(it, 'person', '別の担当者')}がサポートのため参加しました。`,
  consultantLeft: (it) => {
    const left = `${named(it, 'person', 'サポートの担当者')}が退出しました。`;
    const agent = named(it, 'agent', '');
    return agent === '' ? left : `${left}${agent}が引き続き対応いたします。`;
  },
  transferred: (it) => `${named(it, 'from', '担当者')}から${named(it, 'to', '別の担当者')}に引き継がれました。`,
  agentLeft: (it) => `${named(it, 'agent', '担当者')}が退出しました。`,
  conversationEnded: ({ by }) =>
    by === 'agent'
      ? '担当者が会話を終了しました。'
      : by === 'customer'
        ? 'お客様が会話を終了しました。'
        : by === 'unanswered'
          ? '時間内にお答えできませんでした。もう一度メッセージを送ると新しく始まります。'
          : '会話は終了しました。',
  forceClosed: () => '会話は終了となりました。',
  returnedToQueue: () => '順番待ちに戻りました。別の担当者がお答えします。',
  agentDisconnected: (it) => `${named(it, 'agent', '担当者')}の接続が切れました。別の担当者がお答えします。`,
});
