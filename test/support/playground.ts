import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import type { Readable } from 'node:stream';
import { freePorts } from './free-ports.ts';

const CLI = join(import.meta.dirname, '../../node_modules/@microsoft/m365agentsplayground/cli.js');
const LOOPBACK = join(import.meta.dirname, 'loopback.cjs');
/** How long a test waits for what it is told will come, on a machine that has others to serve too. */
const PATIENCE_MS = 60_000;

/** Why Microsoft's Agents Playground cannot be used here, or false. It is for development only and may be missing. */
export const withoutPlayground = (): string | false =>
  existsSync(CLI)
    ? false
    : 'Microsoft’s Agents Playground is not installed (npm i -D @microsoft/m365agentsplayground@0.2.28)';

export interface Playground {
  readonly url: string;
  readonly conversation: string;
  /** Every frame that its page would show, as it came. */
  readonly frames: readonly Frame[];
  say(text: string): Promise<void>;
  /** Clicks a button as its page does; the bot's answer. */
  click(messageId: string, action: object): Promise<unknown>;
  /** Sends any activity; fields that are left out are a personal message's. */
  send(activity: object): Promise<unknown>;
  /** The first frame from now on, or before, that satisfies the test. */
  until(isSo: (frame: Frame) => boolean): Promise<Frame>;
  close(): Promise<void>;
}

/** A message that was posted or edited. */
export interface Frame {
  readonly type: string;
  readonly id: string;
  readonly json: string;
  readonly message: Readonly<Record<string, unknown>>;
}

export interface PlaygroundOptions {
  readonly endpoint: string;
  readonly tenant: string;
  readonly user: { readonly id: string; readonly name: string; readonly object: string };
}

/** Starts one, with one supervisor in a personal chat with the bot. */
export async function startPlayground({ endpoint, tenant, user }: PlaygroundOptions): Promise<Playground> {
  const folder = await mkdtemp(join(tmpdir(), 'playground-'));
  const config = join(folder, 'config.yml');
  await writeFile(config, configOf(tenant, user));
  const [wanted = 0] = await freePorts(1);
  const child = spawn(
    process.execPath,
    ['-r', LOOPBACK, CLI, 'start', '-e', endpoint, '-c', 'msteams', '-p', String(wanted), '--disable-telemetry'],
    {
      // It writes a folder of its own where it runs.
      cwd: folder,
      env: {
        ...process.env,
        TEAMSAPPTESTER_BROWSER: 'none',
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
        M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'log'),
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const port = await listening(child.stdout).catch(async (cause: unknown) => {
    // Nothing of it keeps a test that failed from ending.
    child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
    throw cause;
  });
  const url = `http://localhost:${port}`;
  const post = async (path: string, body: object): Promise<unknown> => {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`);
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  };
  const conversation = `a:${user.id}`;
  const frames: Frame[] = [];
  const waiting = new Set<() => void>();
  const socket = new WebSocket(`${url.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream`);
  socket.addEventListener('message', ({ data }) => {
    const json = String(data);
    const { action: type, message } = JSON.parse(json) as {
      action: string;
      message?: { messageId?: string; [field: string]: unknown };
    };
    frames.push({ type, id: message?.messageId ?? '', json, message: message ?? {} });
    for (const look of waiting) look();
  });
  await once(socket, 'open');
  await post(`/_debug/conversation/${conversation}/installation`, {});
  const base = {
    channelId: 'msteams',
    serviceUrl: `${url}/_connector`,
    recipient: { id: BOT, name: 'Floorwalk' },
    from: { id: user.id, name: user.name, aadObjectId: user.object },
    conversation: { id: conversation, conversationType: 'personal', tenantId: tenant },
    channelData: { tenant: { id: tenant } },
  };
  return {
    url,
    conversation,
    frames,
    say: async (text) => {
      await post(`/_conversation/v1/conversations/${conversation}/messages`, {
        from: { id: user.id },
        text,
        textFormat: 'plain',
      });
    },
    click: (messageId, action) =>
      post('/_conversation/v1/invoke', {
        name: 'adaptiveCard/action',
        conversation: { id: conversation },
        from: { id: user.id },
        replyToId: messageId,
        value: { action },
      }),
    send: (activity) => post('/_internal/v1/customActivities', { ...base, ...activity }),
    until: (isSo) => {
      const found = (): Frame | undefined => frames.find(isSo);
      const { promise, resolve, reject } = Promise.withResolvers<Frame>();
      const late = setTimeout(
        () => reject(new Error(`It never came. Frames: ${frames.map(({ json }) => json.slice(0, 400)).join('\n')}`)),
        PATIENCE_MS,
      );
      const look = (): void => {
        const frame = found();
        if (!frame) return;
        clearTimeout(late);
        waiting.delete(look);
        resolve(frame);
      };
      waiting.add(look);
      look();
      return promise;
    },
    close: async () => {
      socket.close();
      if (child.exitCode === null) {
        const exited = once(child, 'exit');
        child.kill('SIGKILL');
        await exited;
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const BOT = '28:00000000-0000-0000-0000-000000000011';

function configOf(tenant: string, { id, name, object }: PlaygroundOptions['user']): string {
  const person = (who: string, called: string, entra: string): string =>
    `{ id: "${who}", name: ${called}, userPrincipleName: ${called.toLowerCase()}@example.com, aadObjectId: ${entra}, givenName: ${called}, surname: P, email: ${called.toLowerCase()}@example.com }`;
  const others = [1, 2, 3, 4, 5].map(
    (n) => `  - ${person(`29:other-${n}`, `Other${n}`, `00000000-0000-0000-0000-00000000019${n}`)}`,
  );
  return `version: "0.1.1"
tenantId: ${tenant}
bot: { id: "${BOT}", name: Floorwalk }
currentUser: ${person(id, name, object)}
users:
${others.join('\n')}
personalChat: { id: "a:${id}" }
groupChat: { id: "19:group-${name}@thread.v2", name: Supervisors }
team:
  id: "19:team-${name}@thread.tacv2"
  name: Support
  aadGroupId: 00000000-0000-0000-0000-000000000031
  channels: [ { id: "19:chan-${name}@thread.tacv2", name: Escalations } ]
`;
}

/** Where it listens, as soon as it says so. What it says later is read and forgotten, so that it never waits for a reader. */
async function listening(output: Readable): Promise<number> {
  const lines = createInterface({ input: output });
  const found = await firstPort(lines, AbortSignal.timeout(PATIENCE_MS));
  lines.close();
  output.resume();
  return found;
}

function firstPort(lines: Interface, late: AbortSignal): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const fail = (): void => reject(new Error('The Playground does not start.'));
  late.addEventListener('abort', fail);
  lines.on('close', fail);
  lines.on('line', (line) => {
    const [, port] = /^Listening on (\d+)$/u.exec(line) ?? [];
    if (port !== undefined) resolve(Number(port));
  });
  return promise;
}
