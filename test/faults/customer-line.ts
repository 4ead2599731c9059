import { ChatPicture } from './pictures.ts';
import type { Tally } from './tally.ts';
import { openTireless, type Heard, type Tireless } from './tireless.ts';

/** A customer with one tab that never gives up. */
export interface CustomerLine {
  readonly conversation: string;
  readonly token: string;
  readonly line: Tireless;
  readonly picture: ChatPicture;
  say(id: string, text: string): Promise<Heard>;
  end(): Promise<Heard>;
  leave(): void;
}

export interface CustomerOptions {
  readonly token: string;
  readonly conversation: string;
  readonly pick: () => string;
  readonly tally: Tally;
}

/** Connects to a chat that was opened. */
export function openCustomer({ token, conversation, pick, tally }: CustomerOptions): CustomerLine {
  const picture = new ChatPicture(conversation, tally);
  const line = openTireless({
    pick,
    path: '/v1/chat',
    hello: () => {
      const { epoch, offset } = picture;
      return Promise.resolve({ type: 'hello', version: 1, token, ...(epoch && { since: { epoch, offset } }) });
    },
    welcomed: (message) => {
      picture.epoch = String(message['epoch']);
    },
    heard: (message) => {
      if (message.type === 'entries') picture.apply(message);
    },
    tally,
  });
  const ask = async (id: string, message: object): Promise<Heard> => {
    const answer = await line.ask(id, message);
    if (answer.type === 'accepted') tally.acknowledged += 1;
    return answer;
  };
  return {
    conversation,
    token,
    line,
    picture,
    say: (id, text) => ask(id, { type: 'say', id, text }),
    end: () => ask('end', { type: 'end', id: 'end' }),
    leave: () => line.stop(),
  };
}
