import type { Switch } from '@floorwalk/core/directory';
import type { effectWords as english } from '../en/save-effects.ts';
import type { Worded } from '../language.ts';

const may: Readonly<Record<Switch, string>> = {
  monitor: 'beobachten und beitreten',
  assign: 'zuweisen',
  transfer: 'an Agenten übergeben',
  transferToQueue: 'an Warteschlangen übergeben',
  lastMessageOnFloor: 'die letzte öffentliche Nachricht sehen',
};

/** What a save does, in German. */
export const effectWords: Worded<typeof english> = {
  effect_watchersEnd: ({ count: n }, count) =>
    `${count(n, { one: '# Person, die beobachtet, hört', other: '# Personen, die beobachten, hören' })} innerhalb von 5 Sekunden auf.`,
  effect_watchersLoseScope: ({ count: n }, count) =>
    `${count(n, { one: '# Unterhaltung, die diese Person beobachtet, verlässt', other: '# Unterhaltungen, die diese Person beobachtet, verlassen' })} deren Übersicht innerhalb von 5 Sekunden.`,
  effect_watchersNeedConsent: ({ count: n }, count) =>
    `${count(n, { one: '# beobachtete Unterhaltung hält', other: '# beobachtete Unterhaltungen halten' })} an, bis der Kunde zustimmt.`,
  effect_supervisorsLose: ({ count: n, what = 'monitor' }, count) =>
    `${count(n, { one: '# Supervisor kann', other: '# Supervisoren können' })} nicht mehr ${may[what]}.`,
  effect_supervisorsGain: ({ count: n, what = 'monitor' }, count) =>
    `${count(n, { one: '# Supervisor kann', other: '# Supervisoren können' })} ${may[what]}.`,
  effect_transfersStay: ({ count: n }, count) =>
    count(n, {
      one: '# ausstehende Übergabe läuft weiter; kein Supervisor kann sie mehr abbrechen.',
      other: '# ausstehende Übergaben laufen weiter; kein Supervisor kann sie mehr abbrechen.',
    }),
  effect_previewsGo: ({ count: n }, count) =>
    `Die letzte Nachricht von ${count(n, { one: '# Unterhaltung', other: '# Unterhaltungen' })} verschwindet aus der Übersicht.`,
  effect_previewsCome: ({ count: n }, count) =>
    `Die letzte Nachricht von ${count(n, { one: '# Unterhaltung', other: '# Unterhaltungen' })} erscheint in der Übersicht.`,
  effect_agentsSeeWatchers: ({ count: n }, count) =>
    `Die Agenten von ${count(n, { one: '# Unterhaltung', other: '# Unterhaltungen' })} sehen sofort, wer beobachtet.`,
  effect_agentsSeeNoWatchers: ({ count: n }, count) =>
    `Die Agenten von ${count(n, { one: '# Unterhaltung', other: '# Unterhaltungen' })} sehen nicht mehr, wer beobachtet.`,
  effect_agentsReadRecord: ({ count: n }, count) =>
    `${count(n, { one: '# Agent kann', other: '# Agenten können' })} lesen, wer sie wann beobachtet hat, zurück bis zur ersten erhaltenen Zeile.`,
  effect_agentsReadNoRecord: ({ count: n }, count) =>
    `${count(n, { one: '# Agent kann', other: '# Agenten können' })} die Zeilen über sich nicht mehr lesen.`,
  effect_customersNotTold: ({ count: n }, count) =>
    `Die Kunden von ${count(n, { one: '# Unterhaltung', other: '# Unterhaltungen' })} erfahren es nicht mehr.`,
  effect_joinsNotTold: ({ count: n }, count) =>
    `Auf ${count(n, { one: '# Kanal', other: '# Kanälen' })} erfahren Kunden nicht, wenn eine Beratung beitritt. Supervisoren lesen das vor dem Beitritt.`,
  effect_conversationsGoBack: ({ count: n }, count) =>
    `${count(n, { one: '# gehaltene Unterhaltung geht', other: '# gehaltene Unterhaltungen gehen' })} sofort zurück.`,
  effect_takesNothingNew: () => 'Nichts Neues kommt herein. Was da ist, läuft weiter.',
  effect_conversationsWait: ({ count: n }, count) =>
    count(n, {
      one: '# Unterhaltung wartet hier. Weisen Sie sie anderswo zu.',
      other: '# Unterhaltungen warten hier. Weisen Sie sie anderswo zu.',
    }),
  effect_offeredAtOnce: ({ count: n }, count) =>
    `${count(n, { one: '# wartende Unterhaltung wird', other: '# wartende Unterhaltungen werden' })} sofort angeboten.`,
  effect_offeredNoMore: ({ count: n }, count) =>
    `${count(n, { one: '# wartende Unterhaltung wird', other: '# wartende Unterhaltungen werden' })} nicht mehr von selbst angeboten.`,
  effect_workstreamsEnterHere: ({ count: n }, count) =>
    count(n, {
      one: '# Arbeitsstream sendet neue Unterhaltungen hierher. Geben Sie ihm eine andere Warteschlange.',
      other: '# Arbeitsstreams senden neue Unterhaltungen hierher. Geben Sie ihnen eine andere Warteschlange.',
    }),
  effect_membersLeave: ({ count: n }, count) =>
    `${count(n, { one: '# Agent verlässt sie und bekommt', other: '# Agenten verlassen sie und bekommen' })} von hier keine Angebote mehr.`,
  effect_membersJoin: ({ count: n }, count) =>
    `${count(n, { one: '# Agent kommt dazu und kann', other: '# Agenten kommen dazu und können' })} sofort Angebote bekommen.`,
  effect_agentsLoseOnlyQueue: ({ count: n }, count) =>
    `${count(n, { one: '# Agent verliert seine', other: '# Agenten verlieren ihre' })} einzige Warteschlange.`,
  effect_noMembers: () => 'Niemand ist Mitglied, also bekommt niemand, was hier wartet.',
  effect_queuesLoseLastMember: ({ count: n }, count) =>
    `${count(n, { one: '# Warteschlange verliert ihr', other: '# Warteschlangen verlieren ihr' })} letztes Mitglied.`,
  effect_notOfferedTo: ({ count: n }, count) =>
    `${count(n, { one: '# Agent bekommt', other: '# Agenten bekommen' })} im jetzigen Zustand keine Angebote mehr.`,
  effect_closeSooner: ({ count: n }, count) =>
    `${count(n, { one: '# Unterhaltung schließt', other: '# Unterhaltungen schließen' })} früher als jetzt, vielleicht sofort.`,
  effect_keepTheirTerms: ({ count: n }, count) =>
    `${count(n, { one: '# Unterhaltung behält', other: '# Unterhaltungen behalten' })} die Einheiten vom Beginn.`,
  effect_signsOut: () => 'Jede Seite dieser Person schließt innerhalb von 5 Sekunden.',
  effect_overCapacity: ({ count: n }, count) =>
    `Was dieser Agent jetzt hat, liegt ${count(n, { one: '# Einheit', other: '# Einheiten' })} über der neuen Kapazität. Es bleibt.`,
  effect_cannotSignIn: () => 'Diese Person hat keine Identität und kann sich nicht anmelden.',
  effect_cannotBeAdministered: () => 'Das ist die letzte Administration. Niemand könnte mehr Einstellungen ändern.',
};
