export { actions, isInScope, refuseState, whyNot, winnerOf } from './policy.ts';
export type { Action, PolicyQuestion } from './policy.ts';
export { excessOf, targetRefusal } from './target.ts';
export { auditOf, watchLines } from './audit.ts';
export type { AuditLine } from './audit.ts';
