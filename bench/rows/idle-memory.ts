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
    const runs = await interleaved(short ? 1 : 3, {
      ours: () => ofOurs(count, (bytes) => followed.push(bytes)),
      bare: () => ofPeer(count, 'bench/peers/bare-ws.ts', (port) => openSocket({ port, path: '/', frame: () => {} })),
      peer: () => ofPeer(count, 'bench/peers/socket-io.ts', (port) => openSocketIo(port, () => {})),
    });
    const of = (name: string): number => median(runs[name] ?? []) / 1_024;
    const kb = (name: string): string => `${name} ${of(name).toFixed(1)}`;
    const name = `resident memory an idle connection at ${count.toLocaleString('en')}`;
    const behind = `kB: ${kb('ours')}, bare ws ${of('bare').toFixed(1)}, socket.io ${of('peer').toFixed(1)}`;
    return [
      row(`${name}, with its session`, of('ours'), 12, 'kB', 'less', behind),
      row(`${name}, with the floor followed`, median(followed) / 1_024, null, 'kB', 'less', 'one view, one window'),
      row(`${name}, of socket.io`, of('ours') / of('peer'), 0.65, '×', 'less', behind),
    ];
  },
};

async function ofOurs(count: number, followed: (bytes: number) => void): Promise<number> {
  const site = await startSite({}, { probed: true });
  try {
    await addFloor(site.client);
    let waiting = count;
    let shown = (): void => {};
    const open = (place: number): Promise<LoadSocket> =>
      openStaff(site, 'supervisor', `walker-${place % PEOPLE}`, (_, text) => {
        if (text().startsWith('{"type":"floor"') && --waiting === 0) shown();
      });
    const { before, bytes, sockets } = await grown(site.process, count, open);
    const all = new Promise<void>((done) => (shown = done));
    for (const socket of sockets)
      socket.send(JSON.stringify({ type: 'subscribe', id: 'f', topic: { kind: 'floor', query: {} } }));
    await all;
    followed(((await settled(site.process)) - before) / count);
    for (const socket of sockets) socket.close();
    return bytes;
  } finally {
    await site.stop();
  }
}

async function ofPeer(count: number, program: string, open: (port: number) => Promise<LoadSocket>): Promise<number> {
  const peer = await startMeasured(program, /port (\d+)/u, {}, { probed: true });
  try {
    const { bytes, sockets } = await grown(peer, count, () => open(Number(peer.said)));
    for (const socket of sockets) socket.close();
    return bytes;
  } finally {
    await peer.stop();
  }
}

/** What a process grows by for each of so many connections, after some came and went. */
async function grown(process: Measured, count: number, open: (place: number) => Promise<LoadSocket>) {
  for (const socket of await openAll(count / 10, AT_ONCE, open)) socket.close();
  const before = await settled(process);
  const sockets = await openAll(count, AT_ONCE, open);
  const bytes = ((await settled(process)) - before) / count;
  return { before, bytes, sockets };
}

/** Its resident bytes once what was thrown away is collected. */
async function settled(process: Measured): Promise<number> {
  for (let i = 0; i < 3; i++) {
    await new Promise((later) => setTimeout(later, 200));
    await process.ask('collect');
  }
  return process.resident();
}
