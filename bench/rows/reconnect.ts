import { row, type RowGroup } from '../row.ts';
import { interleaved, median } from '../support/figures.ts';
import { GAP, returnToSocketIo, returnToUs, shakeHands, type Storm } from '../support/returning.ts';

/** Everybody loses the connection at once and comes back with a small gap: clients for each second of the server's processor. */
export const reconnect: RowGroup = {
  name: 'reconnect',
  measure: async ({ short }) => {
    const size = short ? { clients: 60, conversations: 6 } : { clients: 3_000, conversations: 100 };
    const runs = await interleaved<Storm>(short ? 1 : 5, {
      ours: () => returnToUs(size),
      bare: () => shakeHands(size),
      peer: () => returnToSocketIo(size),
    });
    const of = (name: string, figure: keyof Storm = 'perCpu'): number =>
      median((runs[name] ?? []).map((run) => run[figure]));
    const said = (name: string): string => `${Math.round(of(name))} (${Math.round(of(name, 'seen'))}/s seen)`;
    const behind =
      `clients a CPU second, each ${GAP} messages behind: ours ${said('ours')}, handshake only ${said('bare')}, ` +
      `socket.io ${said('peer')}; ${of('ours', 'trips').toFixed(2)} round trips to Redis a client`;
    const name = `${size.clients.toLocaleString('en')} sockets reconnecting with a small gap`;
    return [
      row(`${name}, of the handshake only`, of('ours') / of('bare'), 0.65, '×', 'more', behind),
      row(`${name}, of socket.io`, of('ours') / of('peer'), 2, '×', 'more', behind),
    ];
  },
};
