import { notices } from '@floorwalk/core/customer-notices/fr';
import { named, type CustomerWords } from './words.ts';

/** What the bot says to customers on channels, in French. */
export const fr: CustomerWords = {
  visitor: 'Visiteur',
  noFiles: 'Les fichiers et les images ne sont pas transmis ici. Merci de l’écrire.',
  noText: 'Le message ne contenait pas de texte\u00A0: rien n’a été transmis.',
  unchanged: 'Un message envoyé reste tel quel. Merci d’écrire une correction.',
  notTaken: 'Votre dernier message n’a pas pu être transmis. Merci de l’écrire autrement.',
  notices: notices(named),
};
