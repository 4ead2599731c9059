import type { Login, Where } from './address.ts';
import { Connection, type Listener } from './connection.ts';
import { opened } from './opened.ts';
import { insist } from './patience.ts';
import type { Send } from './script.ts';
import type { Topology, TopologyOptions } from './topology.ts';

const holdsAll = (): boolean => true;

/** One server, or the master that `where` names at the moment: one connection for commands, one for what is pushed. */
export function oneMaster(
  where: () => Promise<Where>,
  login: Login,
  greet: (send: Send) => Promise<void>,
  { patienceMs, silentForMs, onError, onReady }: TopologyOptions,
): Topology {
  let isClosed = false;
  const connect = (): Connection =>
    new Connection({
      where,
      login,
      silentForMs,
      isSharded: false,
      greet,
      onError,
      onReady: () => onReady(holdsAll),
      onLost: () => {},
    });
  const commands = connect();
  const subscriptions = connect();
  const again = <T>(run: () => Promise<T>): Promise<T> => insist(patienceMs, () => isClosed, run);
  return {
    publish: 'PUBLISH',
    open: () => opened([commands, subscriptions], patienceMs),
    sendOnce: (_key, command) => commands.sendOnce(command),
    send: (_key, command) => again(() => commands.sendOnce(command)),
    insist: again,
    everywhere: async (command) => [await again(() => commands.sendOnce(command))],
    subscribe: async (channel: string, listener: Listener) => {
      await again(() => subscriptions.subscribe(channel, listener));
      return () => subscriptions.unsubscribe(channel, listener);
    },
    close: () => {
      isClosed = true;
      commands.close();
      subscriptions.close();
    },
  };
}
