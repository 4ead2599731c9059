import { unsafeCSS, type CSSResult } from 'lit';
import { customerStyles } from './customer-styles.ts';
import { internalTokens } from './internal-tokens.styles.ts';
import { staffOnly } from './staff-only.styles.ts';

/** What every element for staff starts its static styles with. */
export const staffStyles: readonly CSSResult[] = [...customerStyles.map(unsafeCSS), staffOnly, internalTokens];
