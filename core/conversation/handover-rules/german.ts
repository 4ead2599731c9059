import { clock, say, short } from './phrases.ts';
import type { HandoverRules } from './rules.ts';

/** What to look for in German. */
export const german: HandoverRules = {
  wish: say(
    'ich (?:möchte|will|brauche|hätte gern|würde gern)',
    '(?:können|könnten|würden) sie',
    '(?:kannst|könntest) du',
    'bitte (?!warten)\\p{L}+',
    'wie kann ich',
    'ich versuche',
  ),
  tried: say(
    '(?:ich|wir) (?:habe|haben) [^.!?]{0,60}?(?:versucht|probiert|geprüft|nachgesehen|neu gestartet|zurückgesetzt|gesendet|geschickt|angerufen|erstattet|ersetzt|gefragt|gelöscht|aktualisiert|weitergeleitet|storniert)',
    '(?:schon|bereits) [^.!?]{0,40}?(?:versucht|probiert)',
  ),
  notTried: say(
    '(?:haben|hatten) sie',
    '(?:hast|hattest) du',
    'wenn sie',
    'falls sie',
    'sie (?:können|könnten|sollten)',
  ),
  promise: say(
    '(?:ich|wir) (?:werde|werden|melde|melden|schicke|schicken|sende|senden|rufe|rufen|erstatte|erstatten|kümmere|kümmern|gebe|geben)',
    'sie (?:bekommen|erhalten|hören)',
  ),
  noPromise: say(
    'wenn',
    'falls',
    'sobald sie',
    'sofern',
    'gerne? (?:helfen|behilflich)',
    'nicht',
    'kein\\p{L}*',
    'leider',
  ),
  when: say(
    '(?:bis|am|vor|ab)(?: spätestens)? (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|morgen|heute|mittag)(?: ?(?:früh|vormittag|nachmittag|abend))?',
    '(?:noch )?(?:heute|morgen|übermorgen)(?: (?:früh|vormittag|mittag|nachmittag|abend))?',
    `(?:bis|um|vor|ab) (?:${clock}|\\d{1,2} uhr)`,
    '(?:innerhalb|binnen)(?: von)? (?:der nächsten )?(?:einer?|eines|zwei|drei|vier|fünf|\\d+) (?:minuten?|stunden?|tage?n?s?|werktage?n?|wochen?)',
    'in (?:einer?|einem|zwei|drei|vier|fünf|\\d+) (?:minuten?|stunden?|tage?n?|werktagen?|wochen?)',
    '(?:bis )?(?:ende|mitte|anfang) (?:der|nächster|dieser) woche',
    '(?:diese|nächste) woche',
  ),
  holding: say(
    'einen (?:moment|augenblick)',
    'moment bitte',
    'ich (?:schaue|sehe|prüfe) (?:das |kurz |gleich )*(?:nach)?',
    '(?:danke|vielen dank) für',
    'tut (?:mir|uns) leid',
    'entschuldigung',
  ),
  smallTalk: short(
    'hallo',
    'guten (?:morgen|tag|abend)',
    'danke',
    'vielen dank',
    'ok',
    'okay',
    'ja',
    'nein',
    'gut',
    'gerne?',
    'tschüss',
    'auf wiedersehen',
  ),
};
