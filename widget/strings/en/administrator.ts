import { record } from './record.ts';
import { recordLines } from './record-lines.ts';
import { effectWords } from './save-effects.ts';
import { settingFields } from './setting-fields.ts';
import { settings } from './settings.ts';

/** Every sentence of the administrator's panels in English, one flat table; other languages translate its keys. */
export const administratorEn = { ...settings, ...settingFields, ...effectWords, ...record, ...recordLines } as const;

/** The tables that it is made of, so that a test can show that no key is said twice. */
export const administratorParts = [settings, settingFields, effectWords, record, recordLines] as const;
