import { notices } from '@floorwalk/core/customer-notices/de';
import { named, type CustomerWords } from './words.ts';

/** What the bot says to customers on channels, in German. */
export const de: CustomerWords = {
  visitor: 'Gast',
  noFiles: 'Dateien und Bilder werden hier nicht weitergegeben. Bitte schreiben Sie es.',
  noText: 'Die Nachricht enthielt keinen Text, daher wurde nichts weitergegeben.',
  unchanged: 'Eine gesendete Nachricht bleibt, wie sie war. Bitte schreiben Sie eine Korrektur.',
  notTaken: 'Ihre letzte Nachricht konnte nicht weitergegeben werden. Bitte schreiben Sie sie anders.',
  notices: notices(named),
};
