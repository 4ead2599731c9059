import type { FloorBody } from '@floorwalk/core/floor';
import type { FloorEntry } from '../store/store.ts';
import type { PublicItem } from './engine.ts';

/** What one stored commit said in public, with the offsets that the store gave; of the internal plane only the place in the count is read (P1). */
export function saidIn(entry: FloorEntry): readonly ({ readonly conversation: string } & PublicItem)[] {
  const { changes } = JSON.parse(entry.body) as FloorBody;
  const said: ({ readonly conversation: string } & PublicItem)[] = [];
  let nth = 0;
  for (const change of changes) {
    if (change.of !== 'conversation') continue;
    for (const event of change.events) {
      if (event.type !== 'MessageAdded' && event.type !== 'NoticeAdded') continue;
      const at = { conversation: change.id, offset: entry.appended[nth] ?? 0, plane: 'public' as const };
      nth += 1;
      if (event.plane !== 'public') continue;
      said.push(
        event.type === 'MessageAdded'
          ? { ...at, type: 'message', ...event.message }
          : { ...at, type: 'notice', ...event.notice },
      );
    }
  }
  return said;
}
