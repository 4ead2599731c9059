import { base } from './base.styles.ts';
import { controls } from './controls.styles.ts';
import { panel } from './panel.styles.ts';
import { tokens } from './tokens.styles.ts';

/** What every element for customers starts its `styles` with; nothing of the house is in it. */
export const customerStyles: readonly string[] = [tokens, base, controls, panel];
