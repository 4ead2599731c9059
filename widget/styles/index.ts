export { base } from './base.styles.ts';
export { controls } from './controls.styles.ts';
export { customerStyles } from './customer-styles.ts';
export { internalTokens } from './internal-tokens.styles.ts';
export { panel } from './panel.styles.ts';
export { rows } from './rows.styles.ts';
export { staffStyles } from './staff-styles.ts';
export { tokens } from './tokens.styles.ts';
