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
export type { SaveEffect } from './effects.ts';
export { effectiveActor } from './rights.ts';
export { directoryId, saveRefusal } from './validate.ts';
