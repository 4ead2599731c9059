import { refusals as shared } from '@floorwalk/core/refusal-words/de';
import type { refusalHints, refusalSentences } from '../en/refusals.ts';
import type { Worded } from '../language.ts';

/** What is wrong and what to do, in German. */
export const refusals: Worded<typeof refusalSentences> = {
  ...shared,
  malformed: 'Die Anfrage war nicht lesbar. Laden Sie die Seite neu und versuchen Sie es erneut.',
  tooLarge: 'Der Text ist länger als 8.000 Zeichen. Kürzen Sie ihn und senden Sie erneut.',
  attachmentsNotSupported: 'Anhänge lassen sich hier nicht senden. Senden Sie Text.',
  unauthenticated: 'Ihre Anmeldung ist abgelaufen. Melden Sie sich neu an.',
  tooManySubscriptions: 'Auf dieser Seite sind zu viele Unterhaltungen offen. Schließen Sie zuerst eine.',
  unknownRoute: 'Der Server kennt diesen Befehl nicht. Laden Sie die Seite neu.',
  identifierReused: 'Das wurde schon als etwas anderes gesendet. Schreiben Sie es neu.',
  staleEpoch: 'Der Server hat die Übersicht neu geladen. Wiederholen Sie den Befehl.',
};

/** The same in a few words, for the place under a command that is off. */
export const hints: Worded<typeof refusalHints> = {
  role: 'nicht in Ihrer Rolle',
  switchedOff: 'abgeschaltet',
  outOfScope: 'außerhalb Ihrer Übersicht',
  channel: 'nicht auf diesem Kanal',
  elevated: 'ein Anruf wurde begonnen',
  isPrimary: 'Sie sind zuständig',
  notPrimary: 'Sie sind nicht zuständig',
  notParticipant: 'zuerst beitreten',
  notOfferee: 'nicht Ihnen angeboten',
  heldByBot: 'ein Bot hat sie',
  notHeldByBot: 'kein Bot hat sie',
  consentMissing: 'noch keine Einwilligung',
  transferPending: 'Übergabe steht aus',
  noTransferPending: 'keine Übergabe steht aus',
  noOfferPending: 'kein Angebot steht aus',
  handRaised: 'Hand ist gehoben',
  noHandRaised: 'keine Hand gehoben',
  handClaimed: 'schon zugesagt',
  presenceNotAllowed: 'Präsenz nicht zulässig',
  agentUnreachable: 'Agent nicht erreichbar',
  overCapacity: 'über der Kapazität',
  notMember: 'nicht in Ihren Warteschlangen',
  distribution: 'nicht selbst wählbar',
  releaseInstead: 'stattdessen freigeben',
  planeClosed: 'beendet',
  sameTarget: 'schon so',
  targetDisabled: 'deaktiviert',
  targetIsBot: 'ein Bot',
  targetNotAgent: 'kein Agent',
  queueKind: 'andere Art',
  queueWithoutMembers: 'kein aktives Mitglied',
};
