import {
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type ConversationParameters,
  type ConversationReference,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import * as v from 'valibot';
import { inboundActivity, type Outgoing, type Place } from './activity.ts';
import { sentFrom } from './sent-from.ts';
import type { Sent, Transport } from './transport.ts';

type Settings = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[0];
type Credentials = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1];
type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;

export interface BotbuilderOptions {
  /** Empty: nothing is authenticated, for the demonstration. */
  readonly appId: string;
  /** The SDK's own settings, by its names. */
  readonly settings: Settings;
  readonly credentials?: Credentials;
  /** How long one request to the service may take. */
  readonly timeoutMs: number;
}

/** The part of the connector's HTTP pipeline that is changed; private in the SDK, so the version is pinned and tests count requests. */
interface Pipeline {
  removePolicy(policy: { name: string }): unknown;
  addPolicy(policy: {
    name: string;
    sendRequest: (request: Timed, next: (request: Timed) => unknown) => unknown;
  }): void;
}
interface Timed {
  timeout: number;
}

/** The Bot Framework SDK, turned to one request for each call and a time limit. */
export function botbuilderTransport({ appId, settings, credentials, timeoutMs }: BotbuilderOptions): Transport {
  const tuned = (factory: ConnectorFactory): ConnectorFactory => {
    const create = factory.create.bind(factory);
    factory.create = async (serviceUrl, audience) => {
      const client = await create(serviceUrl, audience);
      const { pipeline } = (client as unknown as { client: { pipeline: Pipeline } }).client;
      // It posts a message four times where the service answers 5xx, which shows it four times.
      pipeline.removePolicy({ name: 'defaultRetryPolicy' });
      pipeline.addPolicy({
        name: 'timeout',
        sendRequest: (request, next) => {
          request.timeout = timeoutMs;
          return next(request);
        },
      });
      return client;
    };
    return factory;
  };

  class Authentication extends ConfigurationBotFrameworkAuthentication {
    override createConnectorFactory(
      ...args: Parameters<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>
    ) {
      return tuned(super.createConnectorFactory(...args));
    }
    override async authenticateRequest(
      ...args: Parameters<ConfigurationBotFrameworkAuthentication['authenticateRequest']>
    ) {
      const result = await super.authenticateRequest(...args);
      return result.connectorFactory ? { ...result, connectorFactory: tuned(result.connectorFactory) } : result;
    }
  }

  class Adapter extends CloudAdapter {
    handle(
      authorization: string,
      activity: Activity,
      logic: (context: TurnContext) => Promise<void>,
    ): Promise<InvokeResponse | undefined> {
      return this.processActivity(authorization, activity, logic);
    }
  }

  const adapter = new Adapter(new Authentication(settings, credentials));
  adapter.onTurnError = (_context, error) => Promise.reject(error);

  const at = async (place: Place, send: (context: TurnContext) => Promise<string | null>): Promise<Sent> => {
    let sent: Sent = { how: 'unknown' };
    try {
      await adapter.continueConversationAsync(appId, referenceOf(place), async (context) => {
        // The SDK makes up an activity with an id and would send everything as a reply to it.
        Reflect.deleteProperty(context.activity, 'id');
        // Only this request's own result counts; what the SDK does before it has sent nothing.
        sent = await send(context).then(
          (id): Sent => ({ how: 'sent', id }),
          (error: unknown) => sentFrom(error),
        );
      });
      return sent;
    } catch (error) {
      return sentFrom(error);
    }
  };

  return {
    receive: async (authorization, activity, handle) => {
      try {
        const answer = await adapter.handle(authorization, activity as unknown as Activity, async (context) => {
          // Parsed again: the SDK completes and revives what it was given.
          const plain = v.parse(inboundActivity, JSON.parse(JSON.stringify(context.activity)));
          const reply = await handle(plain);
          if (reply) await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: reply });
        });
        return { status: answer?.status ?? 200, ...(answer?.body !== undefined && { body: answer.body as unknown }) };
      } catch (error) {
        // A signature that does not fit is thrown as a plain error, with a text that is nobody's business.
        if (isAuthenticationError(error)) return { status: 401 };
        throw error;
      }
    },
    post: (place, activity) =>
      at(place, async (context) => (await context.sendActivity(activityOf(activity)))?.id ?? null),
    begin: async (place, activity) => {
      let sent: Sent = { how: 'unknown' };
      try {
        await adapter.createConversationAsync(
          appId,
          place.channel,
          place.serviceUrl,
          '',
          {
            isGroup: true,
            bot: { id: place.bot } as ConversationReference['bot'],
            tenantId: place.tenant,
            channelData: { channel: { id: place.conversation }, tenant: { id: place.tenant } },
            activity: { ...activityOf(activity), type: 'message' } as Activity,
          } as ConversationParameters,
          (context) => {
            sent = { how: 'sent', id: context.activity.conversation.id };
            return Promise.resolve();
          },
        );
        return sent;
      } catch (error) {
        return sentFrom(error);
      }
    },
    edit: (place, id, activity) =>
      at(place, async (context) => {
        await context.updateActivity({ ...activityOf(activity), id });
        return id;
      }),
  };
}

const activityOf = (activity: Outgoing): Partial<Activity> => structuredClone(activity) as Partial<Activity>;

function referenceOf(place: Place): Partial<ConversationReference> {
  return {
    channelId: place.channel,
    serviceUrl: place.serviceUrl,
    // Fields that are empty are worse than none: the service refuses them.
    conversation: {
      id: place.conversation,
      ...(place.tenant !== '' && { tenantId: place.tenant }),
      ...(!place.isPersonal && { isGroup: true }),
    } as NonNullable<ConversationReference['conversation']>,
    bot: { id: place.bot } as NonNullable<ConversationReference['bot']>,
    user: { id: place.user } as NonNullable<ConversationReference['user']>,
  };
}

function isAuthenticationError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { name, statusCode } = error as Error & { statusCode?: unknown };
  return (
    name === 'AuthenticationError' ||
    name === 'JsonWebTokenError' ||
    statusCode === 401 ||
    statusCode === 403 ||
    /invalid signature|jwt |Unauthorized/iu.test(error.message)
  );
}
