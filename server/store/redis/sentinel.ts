import { placeOf, type Login, type Where } from './address.ts';
import { clientOf } from './client.ts';
import type { Send } from './script.ts';

/**
 * Asks one Sentinel after another where the master is now. Rejects if none knows. A Sentinel that wants a password gets
 * the one of the servers that it watches.
 */
export async function askSentinels(sentinels: readonly Where[], master: string, login: Login): Promise<Where> {
  let answered = 0;
  for (const where of sentinels) {
    const bare = { tls: login.tls };
    const found = await askOne(where, master, bare)
      .catch((cause: unknown) =>
        /^NOAUTH/u.test(String((cause as Error).message)) ? askOne(where, master, login) : undefined,
      )
      .catch(() => undefined);
    if (found === undefined) continue;
    if (found !== null) return found;
    answered += 1;
  }
  throw new Error(
    answered > 0
      ? `Sentinels know no master named ${master}: compare with “sentinel monitor” in their configuration`
      : `Sentinels do not answer: are they running there?`,
  );
}

/** Null: it answers, and knows no such master. */
async function askOne(where: Where, master: string, login: Login): Promise<Where | null> {
  const client = clientOf(where, login);
  client.on('error', () => {}); // the next one is asked instead
  try {
    await client.connect();
    const found = (await client.sendCommand(['SENTINEL', 'GET-MASTER-ADDR-BY-NAME', master])) as unknown;
    if (!Array.isArray(found)) return null;
    return placeOf(String(found[0]).includes(':') ? `[${found[0]}]:${found[1]}` : `${found[0]}:${found[1]}`, 0) ?? null;
  } finally {
    client.destroy();
  }
}

/** For a moment Sentinels name a server that is not the master yet, or no longer. */
export async function assertMaster(send: Send): Promise<void> {
  const [role] = (await send(['ROLE'])) as [string];
  if (role !== 'master') throw new Error(`The server that its Sentinels name is a ${role}, not the master`);
}
