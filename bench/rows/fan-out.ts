import { interleaved, median } from '../support/figures.ts';
import { floorwalkHall, rawHall, socketIoHall, type Hall } from '../support/halls.ts';
import { row, type RowGroup } from '../row.ts';

/**
 * One word of an agent to everybody who monitors the conversation: deliveries for each second of the server's processor,
 * over Redis as with socket.io and its adapter, and over SQLite as it is with nothing installed.
 */
export const fanOut: RowGroup = {
  name: 'fan-out',
  measure: async ({ short }) => {
    const listeners = short ? 50 : 1_000;
    const goes = short ? 10 : 90;
    const ours = await floorwalkHall('redis', listeners, 10);
    const onDisk = await floorwalkHall('sqlite', listeners, 10);
    // A server runs for weeks: what it has compiled by then is compiled here too, on each side.
    const warmUp = async (hall: Hall): Promise<void> => {
      await hall.say(short ? 10 : 600, 1);
      await hall.say(short ? 1 : 60, 10);
    };
    await warmUp(ours);
    await warmUp(onDisk);
    const raw = await rawHall(listeners, ours.size());
    const peer = await socketIoHall(listeners, ours.size());
    await warmUp(raw);
    await warmUp(peer);
    const rate = (hall: Hall, together: number) => async (): Promise<number> => {
      const times = Math.ceil(goes / together) * (together > 1 ? 3 : 1);
      const before = await hall.process.cpu();
      await hall.say(times, together);
      return (times * together * listeners) / ((await hall.process.cpu()) - before);
    };
    try {
      const runs = await interleaved(short ? 1 : 5, {
        raw: rate(raw, 1),
        ours: rate(ours, 1),
        onDisk: rate(onDisk, 1),
        peer: rate(peer, 1),
        oursTogether: rate(ours, 10),
        peerTogether: rate(peer, 10),
      });
      const of = (name: keyof typeof runs): number => median(runs[name] ?? []);
      const [rawRate, oursRate, diskRate, peerRate, oursTen, peerTen] = [
        'raw',
        'ours',
        'onDisk',
        'peer',
        'oursTogether',
        'peerTogether',
      ].map(of) as [number, number, number, number, number, number];
      const k = (figure: number): string => `${Math.round(figure / 1_000)} k`;
      const behind = `${ours.size()} bytes; deliveries a CPU second: ours ${k(oursRate)}, raw ${k(rawRate)}, socket.io ${k(peerRate)}`;
      const ten = `deliveries a CPU second: ten a turn ${k(oursTen)}, one a turn ${k(oursRate)}, socket.io ${k(peerTen)}`;
      const to = `${listeners.toLocaleString('en')} subscribers`;
      const audit = row(
        `events lost or doubled on the way to ${to}`,
        (ours.wrong?.() ?? NaN) + (onDisk.wrong?.() ?? NaN),
        0,
        'events',
        'less',
        'by the places that they carry',
      );
      return [
        audit,
        row(`one event to ${to}, of raw net`, oursRate / rawRate, 0.8, '×', 'more', behind),
        row(`one event to ${to}, of socket.io`, oursRate / peerRate, 1.3, '×', 'more', behind),
        row(
          `one event to ${to}, SQLite with fsync, of raw net`,
          diskRate / rawRate,
          null,
          '×',
          'more',
          `deliveries a CPU second: ours ${k(diskRate)}; the write to disk is in it, with Redis it is Redis'`,
        ),
        row(`ten events a turn to ${to}, of socket.io`, oursTen / peerTen, 5, '×', 'more', ten),
        row(`ten events a turn to ${to}, of our one a turn`, oursTen / oursRate, 6, '×', 'more', ten),
      ];
    } finally {
      await Promise.all([ours.stop(), onDisk.stop(), raw.stop(), peer.stop()]);
    }
  },
};
