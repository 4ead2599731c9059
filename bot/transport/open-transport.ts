import type { BotConfig } from '../config.ts';
import type { Transport } from './transport.ts';

/** How long one request to the service may take. */
const TIMEOUT_MS = 10_000;

/** The transport of the settings; the SDK behind it is large and is loaded by the first call. */
export function lazyTransport({ app }: BotConfig): () => Promise<Transport> {
  let opened: Promise<Transport> | undefined;
  return () => {
    opened ??= import('./botbuilder-transport.ts').then(({ botbuilderTransport }) =>
      botbuilderTransport({
        appId: app?.id ?? '',
        settings: app
          ? {
              MicrosoftAppId: app.id,
              MicrosoftAppPassword: app.password,
              MicrosoftAppType: 'SingleTenant',
              MicrosoftAppTenantId: app.tenant,
            }
          : {},
        timeoutMs: TIMEOUT_MS,
      }),
    );
    return opened;
  };
}
