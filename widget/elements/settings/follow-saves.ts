import type { LiveClient } from '../../client/index.ts';
import type { Save } from './settings-news.ts';

/** Tells of every save of the settings as it happens, and when some may have been missed, until the signal. */
export function followSaves(
  client: LiveClient,
  signal: AbortSignal,
  { heard, missed }: { readonly heard: (saves: readonly Save[]) => void; readonly missed: () => void },
): void {
  let { welcome } = client;
  client.onChange(() => {
    const isBack = welcome !== undefined && client.welcome !== welcome;
    welcome = client.welcome;
    // A server that was started anew remembers nothing of the time before.
    if (isBack) missed();
  }, signal);
  const subscription = client.subscribe({ kind: 'directory' }, (message) => {
    if (message.type === 'directory') heard(message.saves);
  });
  signal.addEventListener('abort', () => subscription.close());
}
