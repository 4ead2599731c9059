import type { CardJson } from '../transport/activity.ts';
import { line, run } from './elements.ts';

/** Several lines in one message: each is a paragraph of its own, which a plain text does not promise. */
export const linesCard = (texts: readonly string[]): CardJson => ({
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  type: 'AdaptiveCard',
  version: '1.5',
  body: texts.map((text) => line([run(text)], { spacing: 'small' })),
});
