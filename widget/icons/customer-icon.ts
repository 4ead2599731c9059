import type { TemplateResult } from 'lit';
import { customerShapes } from './customer-shapes.ts';
import { drawIcon } from './draw-icon.ts';

export type CustomerIconName = keyof typeof customerShapes;

/** An icon that a customer's element may show. It is decoration: a word beside it, or the button's label, says it. */
export const customerIcon = (name: CustomerIconName, size: 'normal' | 'small' = 'normal'): TemplateResult =>
  drawIcon(customerShapes[name], size);
