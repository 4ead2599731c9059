import type { Switch } from '@floorwalk/core/directory';
import type { effectWords as english } from '../en/save-effects.ts';
import type { Worded } from '../language.ts';

const may: Readonly<Record<Switch, string>> = {
  monitor: 'surveiller et rejoindre',
  assign: 'affecter',
  transfer: 'transférer à des agents',
  transferToQueue: 'transférer à des files',
  lastMessageOnFloor: 'voir le dernier message public',
};

/** What a save does, in French. */
export const effectWords: Worded<typeof english> = {
  effect_watchersEnd: ({ count: n }, count) =>
    `${count(n, { one: '# personne qui surveille s’arrête', other: '# personnes qui surveillent s’arrêtent' })} en 5 secondes.`,
  effect_watchersLoseScope: ({ count: n }, count) =>
    `${count(n, { one: '# conversation surveillée par cette personne quitte', other: '# conversations surveillées par cette personne quittent' })} son plateau en 5 secondes.`,
  effect_watchersNeedConsent: ({ count: n }, count) =>
    `${count(n, { one: '# conversation surveillée s’arrête', other: '# conversations surveillées s’arrêtent' })} jusqu’à l’accord du client.`,
  effect_supervisorsLose: ({ count: n, what = 'monitor' }, count) =>
    `${count(n, { one: '# superviseur ne pourra plus', other: '# superviseurs ne pourront plus' })} ${may[what]}.`,
  effect_supervisorsGain: ({ count: n, what = 'monitor' }, count) =>
    `${count(n, { one: '# superviseur pourra', other: '# superviseurs pourront' })} ${may[what]}.`,
  effect_transfersStay: ({ count: n }, count) =>
    count(n, {
      one: '# transfert en cours continue\u202F; aucun superviseur ne peut plus l’annuler.',
      other: '# transferts en cours continuent\u202F; aucun superviseur ne peut plus les annuler.',
    }),
  effect_previewsGo: ({ count: n }, count) =>
    `Le dernier message de ${count(n, { one: '# conversation', other: '# conversations' })} disparaît du plateau.`,
  effect_previewsCome: ({ count: n }, count) =>
    `Le dernier message de ${count(n, { one: '# conversation', other: '# conversations' })} apparaît sur le plateau.`,
  effect_agentsSeeWatchers: ({ count: n }, count) =>
    `Les agents de ${count(n, { one: '# conversation', other: '# conversations' })} voient aussitôt qui surveille.`,
  effect_agentsSeeNoWatchers: ({ count: n }, count) =>
    `Les agents de ${count(n, { one: '# conversation', other: '# conversations' })} ne voient plus qui surveille.`,
  effect_agentsReadRecord: ({ count: n }, count) =>
    `${count(n, { one: '# agent peut lire qui l’a surveillé', other: '# agents peuvent lire qui les a surveillés' })}, et quand, jusqu’à la première ligne gardée.`,
  effect_agentsReadNoRecord: ({ count: n }, count) =>
    `${count(n, { one: '# agent ne peut plus', other: '# agents ne peuvent plus' })} lire les lignes à son sujet.`,
  effect_customersNotTold: ({ count: n }, count) =>
    `Les clients de ${count(n, { one: '# conversation', other: '# conversations' })} ne l’apprennent plus.`,
  effect_joinsNotTold: ({ count: n }, count) =>
    `Sur ${count(n, { one: '# canal', other: '# canaux' })}, les clients n’apprennent pas qu’un consultant rejoint. Les superviseurs le lisent avant de rejoindre.`,
  effect_conversationsGoBack: ({ count: n }, count) =>
    `${count(n, { one: '# conversation en main retourne', other: '# conversations en main retournent' })} aussitôt.`,
  effect_takesNothingNew: () => 'Rien de nouveau n’entre. Ce qui est là continue.',
  effect_conversationsWait: ({ count: n }, count) =>
    count(n, {
      one: '# conversation attend ici. Affectez-la ailleurs.',
      other: '# conversations attendent ici. Affectez-les ailleurs.',
    }),
  effect_offeredAtOnce: ({ count: n }, count) =>
    `${count(n, { one: '# conversation en attente est proposée', other: '# conversations en attente sont proposées' })} aussitôt.`,
  effect_offeredNoMore: ({ count: n }, count) =>
    `${count(n, { one: '# conversation en attente n’est plus proposée', other: '# conversations en attente ne sont plus proposées' })} automatiquement.`,
  effect_workstreamsEnterHere: ({ count: n }, count) =>
    count(n, {
      one: '# flux envoie ici ses nouvelles conversations. Donnez-lui une autre file.',
      other: '# flux envoient ici leurs nouvelles conversations. Donnez-leur une autre file.',
    }),
  effect_membersLeave: ({ count: n }, count) =>
    `${count(n, { one: '# agent part et n’a', other: '# agents partent et n’ont' })} plus de propositions d’ici.`,
  effect_membersJoin: ({ count: n }, count) =>
    `${count(n, { one: '# agent arrive et peut', other: '# agents arrivent et peuvent' })} recevoir des propositions aussitôt.`,
  effect_agentsLoseOnlyQueue: ({ count: n }, count) =>
    `${count(n, { one: '# agent perd sa', other: '# agents perdent leur' })} seule file.`,
  effect_noMembers: () => 'Personne n’est membre, donc personne ne reçoit ce qui attend ici.',
  effect_queuesLoseLastMember: ({ count: n }, count) =>
    `${count(n, { one: '# file perd son', other: '# files perdent leur' })} dernier membre.`,
  effect_notOfferedTo: ({ count: n }, count) =>
    `${count(n, { one: '# agent ne reçoit', other: '# agents ne reçoivent' })} plus de propositions dans la présence actuelle.`,
  effect_closeSooner: ({ count: n }, count) =>
    `${count(n, { one: '# conversation fermera', other: '# conversations fermeront' })} plus tôt, peut-être aussitôt.`,
  effect_keepTheirTerms: ({ count: n }, count) =>
    `${count(n, { one: '# conversation garde', other: '# conversations gardent' })} les unités du début.`,
  effect_signsOut: () => 'Chaque page de cette personne se ferme en 5 secondes.',
  effect_overCapacity: ({ count: n }, count) =>
    `Ce que tient cet agent dépasse la nouvelle capacité de ${count(n, { one: '# unité', other: '# unités' })}. Cela reste.`,
  effect_cannotSignIn: () => 'Cette personne n’a pas d’identité et ne peut pas se connecter.',
  effect_cannotBeAdministered: () =>
    'C’est le dernier administrateur. Plus personne ne pourrait changer les paramètres.',
};
