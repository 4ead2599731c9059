import type { CSSResult } from 'lit';
import { base } from './base.styles.ts';
import { controls } from './controls.styles.ts';
import { panel } from './panel.styles.ts';
import { tokens } from './tokens.styles.ts';

/** What every element for customers starts its `static styles` with; nothing of the house is in it. */
export const customerStyles: readonly CSSResult[] = [tokens, base, controls, panel];
