import type { Site } from './site.ts';
import { textOf, type Teams } from './teams.ts';

/** A customer on a channel of the service, beside the bot of `startTeams`. */
export interface ChannelCustomer {
  send(more: object): Promise<number>;
  say(text: string, more?: object): Promise<number>;
  /** What they have read so far, a text each. */
  readonly read: readonly string[];
}

let made = 0;

export function channelCustomer(teams: Teams, channel: string, who: string, locale?: string): ChannelCustomer {
  const conversation = `${channel}-${who}`;
  const send: ChannelCustomer['send'] = async (more) =>
    (
      await teams.send({
        id: `${conversation}-${++made}`,
        channelId: channel,
        serviceUrl: 'http://127.0.0.1:9/connector',
        from: { id: who, name: who },
        recipient: { id: 'bot' },
        conversation: { id: conversation },
        ...(locale !== undefined && { locale }),
        ...more,
      })
    ).status;
  return {
    send,
    say: (text, more = {}) => send({ type: 'message', text, ...more }),
    get read() {
      return teams.shown
        .filter(({ place }) => place.conversation === conversation)
        .map(({ activity }) => textOf(activity));
    },
  };
}

/** The conversations of the site's floor whose customer is called so, newest last. */
export async function conversationsOf(site: Site, name: string): Promise<readonly string[]> {
  const ines = await site.token('supervisor', 'ines');
  const { body } = await site.call(ines, 'GET', `/v1/floor?text=${encodeURIComponent(name)}&limit=50`);
  return (body.items ?? []).map(({ id }) => String(id));
}
