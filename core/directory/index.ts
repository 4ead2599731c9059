export { defaultPolicy, personDefaults, queueDefaults, workstreamDefaults } from './defaults.ts';
export { switches } from './directory.ts';
export type {
  ConsentMode,
  CustomPresence,
  Directory,
  DirectoryEntry,
  DirectorySaved,
  Identity,
  Person,
  Policy,
  Queue,
  Scope,
  Switch,
  Targets,
  WrapUpUnits,
  Workstream,
} from './directory.ts';
export { saveEffects } from './effects.ts';
export { changeDetails, entryChanges } from './entry-changes.ts';
export type { FieldChange } from './entry-changes.ts';
export { integrationRefusal, keyCounts } from './integration.ts';
export type { Integration, KeyEntry } from './integration.ts';
export { effectiveActor } from './rights.ts';
export { isMember } from './queue-effects.ts';
export { saveEffectNames } from './save-effect.ts';
export type { SaveEffect, SaveEffectName } from './save-effect.ts';
export { directoryId, saveRefusal } from './validate.ts';
export {
  isSilenceable,
  wordedKinds,
  wordingKey,
  wordingPlaceholders,
  wordsForCustomers,
  wrongPlaceholder,
} from './wording.ts';
