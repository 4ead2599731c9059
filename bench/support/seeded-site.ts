import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QUEUE, startSite, type Site } from './floorwalk.ts';
import { seedFloor } from './seed.ts';

/** A server that finds so many open conversations when it starts. */
export async function startSeededSite(count: number): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalk-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await seedFloor(folder, { tenant: 'demo', queue: QUEUE, count });
    const site = await startSite({ FLOORWALK_DATA: folder }, { probed: true });
    return {
      ...site,
      stop: async () => {
        await site.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
