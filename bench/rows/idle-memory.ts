import { row, type RowGroup } from '../row.ts';
import { openAll, openSocketIo } from '../support/clients.ts';
import { interleaved, median } from '../support/figures.ts';
import { addFloor, openStaff, startSite } from '../support/floorwalk.ts';
import { startMeasured, type Measured } from '../support/process.ts';
import { openSocket, type LoadSocket } from '../support/socket.ts';

/** How many people share the pages. */
const PEOPLE = 50;
const AT_ONCE = 50;

/** Resident bytes of a server for each connection that says nothing. */
export const idleMemory: RowGroup = {
  name: 'idle-memory',
  measure: async ({ short }) => {
    const count = short ? 200 : 5_000;
    const followed: number[] = [];
    const runs = await interleaved<Grown>(short ? 1 : 3, {
      ours: () => ofOurs(count, (bytes) => followed.push(bytes)),
      bare: () => ofPeer(count, 'bench/peers/bare-ws.ts', (port) => openSocket({ port, path: '/', frame: () => {} })),
      peer: () => ofPeer(count, 'bench/peers/socket-io.ts', (port) => openSocketIo(port, () => {})),
    });
    const of = (name: string, figure: 'each' | 'all' = 'each'): number =>
      median((runs[name] ?? []).map((run) => run[figure])) / 1_024;
    const kb = (name: string): string => `${of(name).toFixed(1)} (${of(name, 'all').toFixed(1)})`;
    const name = `resident memory an idle connection at ${count.toLocaleString('en')}`;
    const behind =
      `kB each of the second half adds (and all that the process grew, shared out): ` +
      `ours ${kb('ours')}, bare ws ${kb('bare')}, socket.io ${kb('peer')}`;
    return [
      row(`${name}, with its session`, of('ours'), 12, 'kB', 'less', behind),
      row(`${name}, with the floor followed`, median(followed) / 1_024, null, 'kB', 'less', 'one view, one window'),
      row(`${name}, of socket.io`, of('ours') / of('peer'), 0.65, '×', 'less', behind),
    ];
  },
};

/** Bytes a connection: what each of the second half added, and everything that the process grew by, shared out. */
interface Grown {
  readonly each: number;
  readonly all: number;
}

async function ofOurs(count: number, followed: (bytes: number) => void): Promise<Grown> {
  const site = await startSite({}, { probed: true });
  try {
    await addFloor(site.client);
    let waiting = count;
    let shown = (): void => {};
    const open = (place: number): Promise<LoadSocket> =>
      openStaff(site, 'supervisor', `walker-${place % PEOPLE}`, (_, text) => {
        if (text().startsWith('{"type":"floor"') && --waiting === 0) shown();
      });
    const { after, sockets, ...grew } = await grown(site.process, count, open);
    const all = new Promise<void>((done) => (shown = done));
    for (const socket of sockets)
      socket.send(JSON.stringify({ type: 'subscribe', id: 'f', topic: { kind: 'floor', query: {} } }));
    await all;
    followed(grew.each + ((await settled(site.process)) - after) / count);
    for (const socket of sockets) socket.close();
    return grew;
  } finally {
    await site.stop();
  }
}

async function ofPeer(count: number, program: string, open: (port: number) => Promise<LoadSocket>): Promise<Grown> {
  const peer = await startMeasured(program, /port (\d+)/u, {}, { probed: true });
  try {
    const { sockets, each, all } = await grown(peer, count, () => open(Number(peer.said)));
    for (const socket of sockets) socket.close();
    return { each, all };
  } finally {
    await peer.stop();
  }
}

/** What each connection of the second half adds: by then a process has grown what it keeps however many are open. */
async function grown(process: Measured, count: number, open: (place: number) => Promise<LoadSocket>) {
  const half = count / 2;
  const empty = await settled(process);
  const first = await openAll(half, AT_ONCE, open);
  const before = await settled(process);
  const second = await openAll(half, AT_ONCE, (place) => open(half + place));
  const after = await settled(process);
  const sockets = [...first, ...second];
  return { after, each: (after - before) / half, all: (after - empty) / count, sockets };
}

/** Its resident bytes once what was thrown away is collected. */
async function settled(process: Measured): Promise<number> {
  for (let i = 0; i < 3; i++) {
    await new Promise((later) => setTimeout(later, 200));
    await process.ask('collect');
  }
  return process.resident();
}
