// A Vite plugin: beside each built script the same packed, as small as can be, for servers that send it so.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** A text packed in each way that browsers take, by the ending of its file. */
export const packed = (text) => ({
  '.br': brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
  }),
  '.gz': gzipSync(text, { level: 9 }),
});

/** Writes `<name>.js.br` and `<name>.js.gz` beside each script of a build. */
export const packedFiles = () => ({
  name: 'floorwalk-packed-files',
  apply: 'build',
  writeBundle({ dir }, bundle) {
    for (const name of Object.keys(bundle)) {
      if (!name.endsWith('.js')) continue;
      const file = join(dir, name);
      for (const [end, bytes] of Object.entries(packed(readFileSync(file)))) writeFileSync(`${file}${end}`, bytes);
    }
  },
});
