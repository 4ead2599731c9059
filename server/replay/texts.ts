import { readFileSync } from 'node:fs';
import * as v from 'valibot';

/** One real conversation: who wrote what, and when on a scale from 0 (first turn) to 1 (last). */
export interface Talk {
  readonly id: string;
  readonly turns: readonly { readonly from: 'customer' | 'agent'; readonly at: number; readonly text: string }[];
}

const line = v.object({
  id: v.string(),
  turns: v.pipe(
    v.array(v.object({ from: v.picklist(['customer', 'agent']), atSeconds: v.number(), text: v.string() })),
    v.minLength(1),
  ),
});

/** Reads conversations, one JSON object a line; a turn stamped before the first counts as the first. Throws with the line of the first that does not fit. */
export function readTalks(file: string): readonly Talk[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, index) => {
      if (text.trim() === '') return [];
      const parsed = v.safeParse(line, JSON.parse(text));
      if (!parsed.success) throw new Error(`${file}, line ${index + 1}: ${parsed.issues[0].message}`);
      const { id, turns } = parsed.output;
      const last = Math.max(1, ...turns.map((turn) => turn.atSeconds));
      return [
        {
          id,
          turns: turns.map(({ from, atSeconds, text: said }) => ({
            from,
            at: Math.min(1, Math.max(0, atSeconds / last)),
            text: said,
          })),
        },
      ];
    });
}
