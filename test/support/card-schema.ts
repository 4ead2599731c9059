import * as v from 'valibot';

/**
 * What the bot's cards may be made of: the part of Adaptive Cards 1.5 that it uses, strictly, with nothing that reads
 * markup. Written from the published schema, which is not shipped with any package.
 */
const spacing = v.picklist(['none', 'small', 'default', 'medium', 'large']);
const block = { separator: v.optional(v.boolean()), spacing: v.optional(spacing) };
const filled = v.pipe(v.string(), v.minLength(1));
const textRun = v.strictObject({
  type: v.literal('TextRun'),
  text: filled,
  weight: v.optional(v.picklist(['lighter', 'default', 'bolder'])),
  size: v.optional(v.picklist(['small', 'default', 'medium', 'large', 'extraLarge'])),
  isSubtle: v.optional(v.boolean()),
  color: v.optional(v.picklist(['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'])),
});
const richText = v.strictObject({
  type: v.literal('RichTextBlock'),
  inlines: v.pipe(v.array(textRun), v.minLength(1)),
  ...block,
});
const action = v.strictObject({
  type: v.literal('Action.Execute'),
  title: filled,
  verb: filled,
  data: v.looseObject({ n: filled, t: v.number() }),
  style: v.optional(v.picklist(['default', 'positive', 'destructive'])),
  associatedInputs: v.optional(v.picklist(['auto', 'none'])),
});
/** The tab is the one place that a card leads to. */
const openUrl = v.strictObject({
  type: v.literal('Action.OpenUrl'),
  title: filled,
  url: v.pipe(v.string(), v.url(), v.startsWith('https://teams.microsoft.com/l/entity/')),
});
const anyAction = v.variant('type', [action, openUrl]);
const actionSet = v.strictObject({
  type: v.literal('ActionSet'),
  // Teams shows six.
  actions: v.pipe(v.array(anyAction), v.minLength(1), v.maxLength(6)),
  ...block,
});
const input = {
  id: filled,
  label: filled,
  isRequired: v.optional(v.boolean()),
  errorMessage: v.optional(filled),
  ...block,
};
const textInput = v.strictObject({
  type: v.literal('Input.Text'),
  ...input,
  isMultiline: v.optional(v.boolean()),
  maxLength: v.optional(v.number()),
  placeholder: v.optional(filled),
  value: v.optional(v.string()),
});
const choices = v.strictObject({
  type: v.literal('Input.ChoiceSet'),
  ...input,
  style: v.picklist(['compact', 'expanded', 'filtered']),
  choices: v.pipe(v.array(v.strictObject({ title: filled, value: filled })), v.minLength(1)),
  value: v.optional(filled),
  'choices.data': v.optional(v.strictObject({ type: v.literal('Data.Query'), dataset: filled })),
});
const simple = v.variant('type', [richText, actionSet, textInput, choices]);
const container = v.strictObject({
  type: v.literal('Container'),
  items: v.pipe(v.array(simple), v.minLength(1)),
  style: v.optional(v.picklist(['default', 'emphasis', 'good', 'attention', 'warning', 'accent'])),
  ...block,
});

export const cardSchema = v.strictObject({
  $schema: v.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  type: v.literal('AdaptiveCard'),
  version: v.literal('1.5'),
  rtl: v.optional(v.literal(true)),
  body: v.pipe(v.array(v.variant('type', [...simple.options, container])), v.minLength(1)),
  actions: v.optional(v.pipe(v.array(anyAction), v.minLength(1), v.maxLength(6))),
});

/** What the bot may post: a plain text or one card, and nothing else. */
export const outgoingSchema = v.union([
  v.strictObject({
    type: v.literal('message'),
    text: v.pipe(v.string(), v.minLength(1), v.maxLength(20_000)),
    textFormat: v.literal('plain'),
  }),
  v.strictObject({
    type: v.literal('message'),
    attachments: v.strictTuple([
      v.strictObject({ contentType: v.literal('application/vnd.microsoft.card.adaptive'), content: cardSchema }),
    ]),
  }),
]);
