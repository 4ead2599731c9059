import type { AdministratorLanguage } from '../language.ts';
import { record } from './record.ts';
import { recordLines } from './record-lines.ts';
import { effectWords } from './save-effects.ts';
import { settingFields } from './setting-fields.ts';
import { settings } from './settings.ts';

/** Everything that the administrator's panels say in Japanese. */
export const language: AdministratorLanguage = {
  ...settings,
  ...settingFields,
  ...effectWords,
  ...record,
  ...recordLines,
};
