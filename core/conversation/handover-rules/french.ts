import { clock, say, short } from './phrases.ts';
import type { HandoverRules } from './rules.ts';

/** What to look for in French. */
export const french: HandoverRules = {
  wish: say(
    'je (?:veux|voudrais|souhaite|souhaiterais|cherche)',
    "j'(?:aimerais|ai besoin)",
    '(?:pouvez|pourriez|pourrais|peux)-(?:vous|tu)',
    'est-ce que (?:vous pouvez|je peux)',
    'comment (?:puis-je|faire|je peux)',
    "aidez-moi|j'essaie",
  ),
  tried: say(
    "(?:j'ai|nous avons|on a) (?:déjà |bien |aussi )*(?:essayé|vérifié|regardé|redémarré|réinitialisé|envoyé|appelé|remboursé|remplacé|demandé|contacté|supprimé|transmis|annulé|testé|changé)",
    'déjà essayé',
  ),
  notTried: say('avez-vous', 'as-tu', 'si vous', 'vous (?:pouvez|pourriez|devriez)'),
  promise: say(
    'je (?:vais|vous (?:enverrai|rappellerai|rembourserai|tiens|recontacte|rappelle|envoie))',
    'nous (?:allons|vous (?:enverrons|rappellerons|rembourserons|tiendrons|recontacterons|rappelons|envoyons))',
    'vous (?:recevrez|aurez|serez)',
  ),
  noPromise: say('si', "s'il", 'une fois que vous', 'dès que vous', 'ne', "n'", 'malheureusement', 'vérifier'),
  when: say(
    "(?:avant|d'ici|pour|jusqu'à)? ?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|ce soir|aujourd'hui)(?: (?:matin|midi|après-midi|soir))?",
    `(?:avant|à|vers|d'ici) (?:${clock}|\\d{1,2} ?h(?:eures)?|midi)`,
    '(?:dans|sous|en)(?: les)? (?:une?|deux|trois|quatre|cinq|\\d+) (?:minutes?|heures?|jours?(?: ouvrés)?|semaines?)',
    "(?:d'ici |avant )?(?:la )?fin de (?:la )?(?:journée|semaine|mois)",
    'cette semaine|la semaine prochaine',
  ),
  holding: say(
    'un (?:instant|moment)',
    'merci de patienter',
    'patientez',
    'je (?:vérifie|regarde)',
    'merci (?:pour|de)',
    'désolée?s?',
    'toutes nos excuses',
  ),
  smallTalk: short('bonjour', 'bonsoir', 'salut', 'merci', 'ok', "d['’]accord", 'oui', 'non', 'parfait', 'au revoir'),
};
