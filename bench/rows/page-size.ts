import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { row, type RowGroup } from '../row.ts';

const configFile = fileURLToPath(new URL('../../widget/vite.config.ts', import.meta.url));
const LANGUAGE = /\/strings\/(customer\/)?(ar|de|en|es|fr|ja)(\/|\.ts$)/u;

interface Size {
  readonly bytes: number;
  readonly files: number;
  /** The largest of the languages, of which a page loads one; 0 where the one it has is part of the rest. */
  readonly language: number;
}

/** What `npm run build` makes of a page's panel, gzipped file by file: all it may ever load, with one language. */
async function sizeOf(mode: string): Promise<Size> {
  const built = await build({ configFile, mode, logLevel: 'silent', build: { write: false } });
  const chunks = [built].flat().flatMap((it) => ('output' in it ? it.output.flatMap((one) => chunkOf(one)) : []));
  const sizes = chunks.map((chunk) => ({ chunk, bytes: gzipSync(chunk.code, { level: 9 }).length }));
  const isLanguage = ({ moduleIds }: Rolldown.OutputChunk): boolean =>
    moduleIds.length > 0 && moduleIds.every((id) => LANGUAGE.test(id));
  const language = Math.max(0, ...sizes.filter(({ chunk }) => isLanguage(chunk)).map(({ bytes }) => bytes));
  const rest = sizes.filter(({ chunk }) => !isLanguage(chunk));
  return {
    bytes: rest.reduce((sum, { bytes }) => sum + bytes, language),
    files: rest.length + (language > 0 ? 1 : 0),
    language,
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
    const behind = ({ files, language }: Size): string =>
      `${files} files; the largest language ${(language / 1_000).toFixed(1)} kB of it`;
    const [supervisor, chat] = [await sizeOf('supervisor'), await sizeOf('chat')];
    return [
      row('gzip, a supervisor’s page, every panel opened', kB(supervisor), 40, 'kB', 'less', behind(supervisor)),
      row('gzip, the customer’s chat', kB(chat), 16, 'kB', 'less', behind(chat)),
    ];
  },
};
