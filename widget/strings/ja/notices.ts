import type { NoticeWording } from '../language.ts';

const by = (person: string): string => (person === '' ? '' : `（実行者: ${person}）`);

/** What staff read for each kind of notice, in Japanese. */
export const notices: NoticeWording = (named) => ({
  queuePosition: (params) =>
    named(params, 'before', '0') === '0'
      ? '次の順番であることをお客様に伝えました'
      : `前に ${named(params, 'before', '0')} 人いることをお客様に伝えました`,
  consent: () => '会話がモニタリング、記録、保存される場合があることをお客様に伝えました',
  agentJoined: (params) => `${named(params, 'agent', 'エージェント')} が担当しています`,
  consultantJoined: (params) => `${named(params, 'person', 'スーパーバイザー')} がコンサルタントとして参加しました`,
  consultantLeft: (params) => `${named(params, 'person', 'スーパーバイザー')} が退出しました`,
  transferred: (params) =>
    `${named(params, 'from', '前のエージェント')} が ${named(params, 'to', '別のエージェント')} に引き継ぎました`,
  agentLeft: (params) => `${named(params, 'agent', 'エージェント')} が退出しました`,
  conversationEnded: ({ by }) =>
    by === 'agent'
      ? 'エージェントが会話を終了しました'
      : by === 'customer'
        ? 'お客様が会話を終了しました'
        : by === 'timer'
          ? '会話は時間切れで終了しました'
          : by === 'unanswered'
            ? '会話は応答なしで終了しました'
            : '会話は終了しました',
  forceClosed: () => 'スーパーバイザーが会話を終了しました',
  returnedToQueue: (params) =>
    params['why'] === 'botHandedOver'
      ? 'ボットがキューに渡しました'
      : `${named(params, 'agent', 'エージェント')} がキューに戻しました`,
  agentDisconnected: (params) =>
    params['why'] === 'signedOut' || params['why'] === 'disabled'
      ? `${named(params, 'agent', 'エージェント')} がサインアウトしました`
      : `${named(params, 'agent', 'エージェント')} の接続が切れました`,
  offered: (params) => `${named(params, 'agent', 'エージェント')} にオファー${by(named(params, 'by', ''))}`,
  offerExpired: (params) => `${named(params, 'agent', 'エージェント')} はオファーに応答しませんでした`,
  offerWithdrawn: (params) => `${named(params, 'agent', 'エージェント')} へのオファーは取り下げられました`,
  offerRejected: (params) => `${named(params, 'agent', 'エージェント')} がオファーを拒否しました`,
  assigned: (params) => `${named(params, 'agent', 'エージェント')} に割り当て${by(named(params, 'by', ''))}`,
  transferOffered: (params) =>
    `${named(params, 'agent', 'エージェント')} に転送をオファー${by(named(params, 'by', ''))}`,
  transferRejected: (params) => `${named(params, 'agent', 'エージェント')} が転送を拒否しました`,
  transferExpired: (params) => `${named(params, 'agent', 'エージェント')} は転送に応答しませんでした`,
  transferCancelled: (params) => `${named(params, 'agent', 'エージェント')} への転送は取り消されました`,
  customerDisconnected: () => 'お客様の接続が切れました',
  customerReturned: () => 'お客様が戻りました',
  handRaised: (params) => `${named(params, 'agent', 'エージェント')} が挙手しました`,
  handClaimed: (params) => `${named(params, 'person', 'スーパーバイザー')} が支援に向かいます`,
  handLowered: (params) => `${named(params, 'person', '誰か')} が手を下ろしました`,
});
