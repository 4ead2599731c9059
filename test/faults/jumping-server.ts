// A server as `server/main.ts` starts it, but on a clock that its parent moves: FAULT_CLOCK is `{factor, anchor}`, a
// message `{jump}` moves it by so many milliseconds.
import { readConfig } from '../../server/config.ts';
import type { Clock } from '../../server/engine/engine.ts';
import { createLogger } from '../../server/log.ts';
import { startServer } from '../../server/start-server.ts';
import { stopOnSignal } from '../../server/stop-on-signal.ts';

const LOOK_MS = 10;

const { factor, anchor } = JSON.parse(process.env['FAULT_CLOCK'] ?? '{}') as { factor: number; anchor: number };
let jumped = 0;
const now = (): number => Math.floor(anchor + (Date.now() - anchor) * factor) + jumped;
const waiting = new Set<{ readonly at: number; readonly call: () => void }>();
setInterval(() => {
  for (const one of waiting) {
    if (one.at > now()) continue;
    waiting.delete(one);
    one.call();
  }
}, LOOK_MS).unref();
const clock: Clock = {
  now,
  at: (at, call) => {
    const one = { at, call };
    waiting.add(one);
    return () => void waiting.delete(one);
  },
};
process.on('message', (message: { readonly jump: number }) => {
  jumped += message.jump;
});

const config = readConfig(process.env);
const log = createLogger(config.logLevel);
const server = await startServer(config, { log, clock });
stopOnSignal(server, log);
