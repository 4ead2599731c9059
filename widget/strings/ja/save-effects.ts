import type { Switch } from '@floorwalk/core/directory';
import type { effectWords as english } from '../en/save-effects.ts';
import type { Worded } from '../language.ts';

const may: Readonly<Record<Switch, string>> = {
  monitor: 'モニターと参加が',
  assign: '割り当てが',
  transfer: 'エージェントへの転送が',
  transferToQueue: 'キューへの転送が',
  lastMessageOnFloor: '最新の公開メッセージの閲覧が',
};

/** What a save does, in Japanese. */
export const effectWords: Worded<typeof english> = {
  effect_watchersEnd: ({ count: n }) => `モニター中の ${n} 人が 5 秒以内に終了します。`,
  effect_watchersLoseScope: ({ count: n }) => `この人がモニター中の会話 ${n} 件が 5 秒以内にフロアから外れます。`,
  effect_watchersNeedConsent: ({ count: n }) => `モニター中の会話 ${n} 件は、お客様が同意するまで止まります。`,
  effect_supervisorsLose: ({ count: n, what = 'monitor' }) =>
    `スーパーバイザー ${n} 人は${may[what]}できなくなります。`,
  effect_supervisorsGain: ({ count: n, what = 'monitor' }) =>
    `スーパーバイザー ${n} 人は${may[what]}できるようになります。`,
  effect_transfersStay: ({ count: n }) => `保留中の転送 ${n} 件は続き、スーパーバイザーは取り消せなくなります。`,
  effect_previewsGo: ({ count: n }) => `会話 ${n} 件の最新メッセージがフロアから消えます。`,
  effect_previewsCome: ({ count: n }) => `会話 ${n} 件の最新メッセージがフロアに表示されます。`,
  effect_agentsSeeWatchers: ({ count: n }) => `会話 ${n} 件のエージェントに、モニター中の人がすぐに見えます。`,
  effect_agentsSeeNoWatchers: ({ count: n }) => `会話 ${n} 件のエージェントに、モニター中の人が見えなくなります。`,
  effect_agentsReadRecord: ({ count: n }) =>
    `エージェント ${n} 人が、誰にいつモニターされたかを残っている最初の行まで読めます。`,
  effect_agentsReadNoRecord: ({ count: n }) => `エージェント ${n} 人は、自分に関する行を読めなくなります。`,
  effect_customersNotTold: ({ count: n }) => `会話 ${n} 件のお客様に伝わらなくなります。`,
  effect_joinsNotTold: ({ count: n }) =>
    `${n} チャネルで、コンサルタントの参加がお客様に伝わりません。スーパーバイザーは参加前にそれを読みます。`,
  effect_conversationsGoBack: ({ count: n }) => `担当中の会話 ${n} 件がすぐに戻ります。`,
  effect_takesNothingNew: () => '新規は入りません。今あるものは続きます。',
  effect_conversationsWait: ({ count: n }) => `会話 ${n} 件がここで待っています。別の場所に割り当ててください。`,
  effect_offeredAtOnce: ({ count: n }) => `待っている会話 ${n} 件がすぐにオファーされます。`,
  effect_offeredNoMore: ({ count: n }) => `待っている会話 ${n} 件は自動ではオファーされなくなります。`,
  effect_workstreamsEnterHere: ({ count: n }) =>
    `ワークストリーム ${n} 件の新しい会話がここに入ります。別のキューを指定してください。`,
  effect_membersLeave: ({ count: n }) => `エージェント ${n} 人が抜け、ここからのオファーはなくなります。`,
  effect_membersJoin: ({ count: n }) => `エージェント ${n} 人が加わり、すぐにオファーを受けられます。`,
  effect_agentsLoseOnlyQueue: ({ count: n }) => `エージェント ${n} 人が唯一のキューを失います。`,
  effect_noMembers: () => 'メンバーがいないため、ここで待つ会話は誰にも届きません。',
  effect_queuesLoseLastMember: ({ count: n }) => `キュー ${n} 件が最後のメンバーを失います。`,
  effect_notOfferedTo: ({ count: n }) => `エージェント ${n} 人は今の状態ではオファーを受けなくなります。`,
  effect_closeSooner: ({ count: n }) => `会話 ${n} 件が今より早く終了します（すぐの場合もあります）。`,
  effect_keepTheirTerms: ({ count: n }) => `会話 ${n} 件は開始時のユニットを保ちます。`,
  effect_signsOut: () => 'この人のすべてのページが 5 秒以内に閉じます。',
  effect_overCapacity: ({ count: n }) =>
    `このエージェントの現在の担当は新しい容量を ${n} ユニット超えます。そのまま残ります。`,
  effect_cannotSignIn: () => 'この人には ID がなく、サインインできません。',
  effect_cannotBeAdministered: () => '最後の管理者です。誰も設定を変更できなくなります。',
};
