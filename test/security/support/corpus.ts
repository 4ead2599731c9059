import { readFileSync } from 'node:fs';
import { pick, type Random } from './mutate.ts';

/** What OpenAPI says of one value; the parts of JSON Schema that the document uses. */
interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly minimum?: number;
  readonly pattern?: string;
}
interface Described {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
}

/** One operation of the interface, with a body that fits. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly queries: readonly string[];
  readonly body: (random: Random, words: readonly string[]) => unknown;
}

/** Every operation that the server's own document names. */
export function operationsOf({ paths }: OpenApi): readonly Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]): Operation => {
      const schema = requestBody?.content['application/json']?.schema;
      return {
        method: method.toUpperCase(),
        path,
        queries: parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name),
        body: (random, words) => (schema ? sample(schema, random, words) : undefined),
      };
    }),
  );
}

/** A value that fits the schema; where it wants an id, one of `words`. */
function sample(schema: Schema, random: Random, words: readonly string[]): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return pick(random, schema.enum);
  if (schema.anyOf) return sample(pick(random, schema.anyOf), random, words);
  switch (schema.type) {
    case 'object': {
      const named = Object.entries(schema.properties ?? {}).filter(() => random() < 0.8);
      return Object.fromEntries(named.map(([name, part]) => [name, sample(part, random, words)]));
    }
    case 'array':
      return Array.from({ length: Math.floor(random() * 3) }, () => sample(schema.items ?? {}, random, words));
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, Math.floor(random() * 100));
    case 'boolean':
      return random() < 0.5;
    default:
      return pick(random, words);
  }
}

/** The messages that PROTOCOL.md shows of a part, such as `staff client`. */
export function examplesOf(part: 'staff client' | 'chat client'): readonly object[] {
  const page = readFileSync(new URL('../../../core/protocol/PROTOCOL.md', import.meta.url), 'utf8');
  const blocks = [...page.matchAll(new RegExp(`^\`\`\`json ${part}\\n([^\`]+)^\`\`\`$`, 'gmu'))];
  return blocks.flatMap(([, body = '']) =>
    body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object),
  );
}
