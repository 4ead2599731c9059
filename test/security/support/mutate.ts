/** A generator of numbers in [0, 1). */
export type Random = () => number;

export const pick = <T>(random: Random, all: readonly T[]): T => {
  const item = all[Math.floor(random() * all.length)];
  if (item === undefined) throw new RangeError('Nothing to pick from.');
  return item;
};

/** Values that have broken other servers: names of prototypes, half characters, bombs for patterns, other languages' quotes. */
export const nasty: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  -1e-320,
  2 ** 53,
  0.1,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e\u200b\ufeff',
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'toString',
  '../../../../etc/passwd',
  '%2e%2e%2f%00',
  "'; DROP TABLE conversations; --",
  '{{7*7}}${7*7}<%= 7*7 %>',
  '<img src=x onerror=alert(1)>',
  '\r\nSet-Cookie: a=b\r\n\r\n<html>',
  'EVAL "return 1" 0\r\n',
  'a'.repeat(40_000),
  `${'a'.repeat(5_000)}!`,
  `${'I will call you back in 20 minutes '.repeat(200)}?`,
  `${' '.repeat(7_000)}x`,
  '😀'.repeat(2_000),
  `${'e\u0301'.repeat(3_000)}`,
  [],
  {},
  [[]],
  Array.from({ length: 2_000 }, (_, index) => index),
  nested(400),
  { length: 1e9 },
  { toString: 'x', valueOf: 'y', then: 'z' },
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
];

/** Those of them that are text. */
export const nastyTexts: readonly string[] = nasty.filter((value) => typeof value === 'string');

function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let n = 0; n < depth; n++) value = n % 2 ? [value] : { deeper: value };
  return value;
}

/** The value with one or two of its parts replaced, left out, doubled, or put under another name. */
export function mutate(value: unknown, random: Random): unknown {
  const once = mutateOnce(value, random);
  return random() < 0.3 ? mutateOnce(once, random) : once;
}

function mutateOnce(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random() < 0.1) return pick(random, nasty);
  if (Array.isArray(value)) {
    if (value.length === 0 || random() < 0.3) return [...(value as unknown[]), pick(random, nasty)];
    const at = Math.floor(random() * value.length);
    return value.map((item: unknown, index) => (index === at ? mutate(item, random) : item));
  }
  const names = Object.keys(value);
  const name = names.length === 0 ? 'id' : pick(random, names);
  const fields = new Map<string, unknown>(Object.entries(value));
  const chance = random();
  if (chance < 0.6) fields.set(name, mutate(fields.get(name), random));
  else if (chance < 0.75) fields.delete(name);
  else if (chance < 0.85)
    fields.set(pick(random, ['__proto__', 'constructor', 'toJSON', name.toUpperCase(), '']), fields.get(name));
  else fields.set(name, pick(random, [...fields.values(), null]));
  // Not an assignment, which would set the prototype where JSON has a field.
  return Object.fromEntries(fields);
}

/** The bytes with some of them changed, cut or repeated; they may be no UTF-8 any more. */
export function scramble(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  const chance = random();
  if (chance < 0.3) return copy.subarray(0, Math.floor(random() * copy.length));
  if (chance < 0.4) return Buffer.concat([copy, copy]);
  for (let n = 0; n <= random() * 5 && copy.length > 0; n++)
    copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
  return copy;
}
