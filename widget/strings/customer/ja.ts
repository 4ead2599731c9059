import type { CustomerLanguage } from './language.ts';

/** The customer's chat in Japanese. */
export const language: CustomerLanguage = {
  words: {
    customerService: 'カスタマーサービス',
    answersYouNow: 'が対応しています',
    endedAt: ({ clock }) => `${clock} に終了`,
    placeNext: '次の順番です',
    placeOf: ({ place }) => `順番は ${place} 番目です`,
    comeBack: 'このページを閉じて、後で戻ることができます。',
    nobodyHere: 'ただいま担当者が不在です',
    writeNow: '今メッセージを送ると、順番が確保されます。受付順にここでお答えします。',
    consent: 'この会話は、モニタリング、記録、保存される場合があります。',
    agree: '同意して開始',
    yourName: 'お名前',
    whatIsItAbout: 'ご用件',
    start: '開始',
    writeAMessage: 'メッセージを入力',
    send: '送信',
    yourMessage: 'メッセージ',
    conversation: '会話',
    tooLong: ({ length, limit }) => `${length} / ${limit} 文字です。送信するには短くしてください。`,
    you: 'お客様',
    authorAt: ({ name, clock }) => `${name}、${clock}`,
    noticeAt: ({ words, clock }) => `${words} ${clock}`,
    sending: '送信中',
    sentAt: ({ clock }) => `${clock} 送信済み`,
    notSent: '送信できませんでした。タップして再送信',
    goesOutLater: '接続が戻ると送信されます',
    newBelow: ({ entries }) => `下に新着 ${entries} 件`,
    noConnection: '接続されていません。メッセージは保存され、自動的に送信されます。',
    notOpened: 'チャットを開けませんでした。入力内容は残っています。しばらくしてからもう一度お試しください。',
    notOpenedOffline: '接続されていません。入力内容は残っています。オンラインに戻ってからもう一度お試しください。',
    notOpenedBusy: 'ただいま混み合っています。入力内容は残っています。1 分後にもう一度お試しください。',
    opening: 'チャットを開いています',
    typing: ({ name }) => `${name}が入力中`,
    end: 'チャットを終了',
    endQuestion: 'この会話を終了しますか？',
    endAsked: 'チャットを終了しています',
    endWaits: '可能になり次第、チャットを終了します。自動的に再試行されます。',
    endBack: '終了しない',
    keepWriting: '会話を続ける',
    startNew: '新しい会話を開始',
    keepTranscript: '会話の記録を保存',
    transcriptOf: ({ day }) => `${day} の会話`,
  },
  notices: (named) => ({
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
  }),
};
