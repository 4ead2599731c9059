import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { packed } from '../../tools/packed-files.mjs';
import { row, type RowGroup } from '../row.ts';

const configFile = fileURLToPath(new URL('../../widget/vite.config.ts', import.meta.url));
const LANGUAGE = /\/(strings|strings\/customer|customer-notices)\/(ar|de|en|es|fr|ja)(\/|\.ts$)/u;

interface Size {
  readonly bytes: number;
  /** The same as our own server sends it to a browser that takes the smallest form that a build makes. */
  readonly sent: number;
  readonly files: number;
  /** The largest of the languages that are files of their own, in bytes: a page in that language loads it as well. */
  readonly largest: number;
}

/** What `npm run build` makes of a page's panel, gzipped file by file: all that it may ever load, in English. */
async function sizeOf(mode: string): Promise<Size> {
  const built = await build({ configFile, mode, logLevel: 'silent', build: { write: false } });
  const chunks = [built].flat().flatMap((it) => ('output' in it ? it.output.flatMap((one) => chunkOf(one)) : []));
  const sizes = chunks.map((chunk) => ({ chunk, bytes: gzipSync(chunk.code, { level: 9 }).length }));
  const isLanguage = ({ moduleIds }: Rolldown.OutputChunk): boolean =>
    moduleIds.length > 0 && moduleIds.every((id) => LANGUAGE.test(id));
  const languages = sizes.filter(({ chunk }) => isLanguage(chunk));
  const rest = sizes.filter(({ chunk }) => !isLanguage(chunk));
  // English is a file of its own, or part of the rest.
  const english = languages.filter(({ chunk }) =>
    chunk.moduleIds.some((id) => /\/(strings|strings\/customer)\/en(\/|\.ts$)/u.test(id)),
  );
  const loaded = [...rest, ...english];
  return {
    bytes: loaded.reduce((sum, { bytes }) => sum + bytes, 0),
    sent: loaded.reduce((sum, { chunk }) => sum + packed(chunk.code)['.br'].length, 0),
    files: loaded.length,
    largest: Math.max(0, ...languages.map(({ bytes }) => bytes)),
  };
}

/** Code; what only Microsoft Teams loads is no part of a page in a browser. */
const chunkOf = (one: Rolldown.OutputChunk | Rolldown.OutputAsset): Rolldown.OutputChunk[] =>
  one.type === 'chunk' && !one.moduleIds.some((id) => id.includes('@microsoft/teams-js')) ? [one] : [];

/** What a page loads, gzipped: a supervisor's after every panel was opened once, and the customer's chat. */
export const pageSize: RowGroup = {
  name: 'gzip',
  measure: async () => {
    const kB = ({ bytes }: Size): number => bytes / 1_000;
    const behind = ({ files, largest, sent }: Size): string =>
      `in English, ${files} files, ${(sent / 1_000).toFixed(1)} kB as our server sends them; ` +
      `in another language at most ${(largest / 1_000).toFixed(1)} kB more`;
    const [supervisor, chat] = [await sizeOf('supervisor'), await sizeOf('chat')];
    return [
      row('gzip, a supervisor’s page, every panel opened', kB(supervisor), 40, 'kB', 'less', behind(supervisor)),
      row('gzip, the customer’s chat', kB(chat), 16, 'kB', 'less', behind(chat)),
    ];
  },
};
