import { openSocket, type LoadSocket } from './socket.ts';

/** Opens so many, at most `atOnce` of them being opened at a time; in the order of their places. */
export async function openAll<T>(count: number, atOnce: number, open: (place: number) => Promise<T>): Promise<T[]> {
  const opened: T[] = [];
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < count) {
      const place = next++;
      opened[place] = await open(place);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, one));
  return opened;
}

/** A client of socket.io's WebSocket transport, past its CONNECT; `auth` goes with it. Events come as their JSON. */
export async function openSocketIo(
  port: number,
  event: (length: number, text: () => string) => void,
  auth?: () => object | undefined,
): Promise<LoadSocket & { readonly session: string }> {
  const joined = Promise.withResolvers<string>();
  const socket = await openSocket({
    port,
    path: '/socket.io/?EIO=4&transport=websocket',
    frame: (length, text, answer) => {
      const kind = text().slice(0, 2);
      if (kind.startsWith('0')) answer(`40${auth === undefined ? '' : JSON.stringify(auth() ?? {})}`);
      else if (kind === '40') joined.resolve(text().slice(2));
      else if (kind.startsWith('2')) answer('3');
      else event(length, text);
    },
    closed: () => joined.reject(new Error('socket.io closed the socket')),
  });
  const session = await joined.promise;
  return { send: (text) => socket.send(text), close: () => socket.close(), session };
}
