import { readAddress } from './address.ts';
import { Cluster } from './cluster.ts';
import { oneMaster } from './one-master.ts';
import { askSentinels, assertMaster } from './sentinel.ts';
import type { Topology, TopologyOptions } from './topology.ts';

/** The servers that a `REDIS_URL` names, not connected yet. Throws where it names none. */
export function topologyOf(url: string, options: TopologyOptions): Topology {
  const read = readAddress(url);
  if (!read.ok) throw new Error(`REDIS_URL ${read.reason}.`);
  const { address } = read;
  switch (address.kind) {
    case 'server':
      return oneMaster(
        () => Promise.resolve(address.where),
        address.login,
        async () => {},
        options,
      );
    case 'sentinel': {
      const { sentinels, master, login } = address;
      return oneMaster(() => askSentinels(sentinels, master, login), login, assertMaster, options);
    }
    case 'cluster':
      return new Cluster(address.seeds, address.login, options);
  }
}
