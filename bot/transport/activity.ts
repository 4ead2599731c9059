import * as v from 'valibot';

const account = v.looseObject({ id: v.string(), name: v.optional(v.string()), aadObjectId: v.optional(v.string()) });

/** What comes in, as plain JSON of the Activity protocol; only what is read here is checked. */
export const inboundActivity = v.looseObject({
  type: v.string(),
  id: v.optional(v.string()),
  name: v.optional(v.string()),
  channelId: v.string(),
  serviceUrl: v.optional(v.string()),
  from: account,
  recipient: account,
  conversation: v.looseObject({
    id: v.string(),
    conversationType: v.optional(v.string()),
    isGroup: v.optional(v.boolean()),
    tenantId: v.optional(v.string()),
  }),
  text: v.optional(v.string()),
  locale: v.optional(v.string()),
  attachments: v.optional(v.array(v.unknown())),
  localTimezone: v.optional(v.string()),
  action: v.optional(v.string()),
  replyToId: v.optional(v.string()),
  value: v.optional(v.unknown()),
  channelData: v.optional(
    v.looseObject({
      tenant: v.optional(v.looseObject({ id: v.string() })),
      eventType: v.optional(v.string()),
    }),
  ),
});
export type InboundActivity = v.InferOutput<typeof inboundActivity>;

/** One Adaptive Card, as plain JSON. */
export type CardJson = Readonly<Record<string, unknown>>;

/** What goes out: a text or a card, never both, since Teams splits such a message and gives no id for it. */
export type Outgoing =
  | { readonly type: 'message'; readonly text: string; readonly textFormat: 'plain' }
  | {
      readonly type: 'message';
      readonly attachments: readonly [
        { readonly contentType: 'application/vnd.microsoft.card.adaptive'; readonly content: CardJson },
      ];
    };

/** A text that is shown as it is: nothing in it is markup. */
export const textMessage = (text: string): Outgoing => ({ type: 'message', text, textFormat: 'plain' });

/** A message that is one card. */
export const cardMessage = (content: CardJson): Outgoing => ({
  type: 'message',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
});

/** Where somebody can be written to: a conversation reference without the activity it came from. */
export const place = v.object({
  channel: v.string(),
  serviceUrl: v.string(),
  conversation: v.string(),
  tenant: v.string(),
  bot: v.string(),
  user: v.string(),
  isPersonal: v.boolean(),
  /** A channel of a team: it has threads. */
  isChannel: v.optional(v.boolean()),
});
export type Place = v.InferOutput<typeof place>;

/** The tenant that an activity says it comes from. */
export const tenantOf = (activity: InboundActivity): string | undefined =>
  activity.channelData?.tenant?.id ?? activity.conversation.tenantId;

/** The place that an activity came from; the gate has seen its address and tenant. */
export const placeOf = (activity: InboundActivity): Place => ({
  channel: activity.channelId,
  serviceUrl: activity.serviceUrl ?? '',
  // A message in a thread of a channel comes from the channel.
  conversation: activity.conversation.id.replace(/;messageid=.*$/u, ''),
  tenant: tenantOf(activity) ?? '',
  bot: activity.recipient.id,
  user: activity.from.id,
  // Where anything says that others read there, nothing personal goes.
  isPersonal:
    (activity.conversation.conversationType ?? 'personal') === 'personal' && activity.conversation.isGroup !== true,
  ...(activity.conversation.conversationType === 'channel' && { isChannel: true }),
});
