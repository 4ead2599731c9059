import type { FloorEntry } from '../store.ts';

/**
 * How several texts share one stream field: each is preceded by its length in UTF-16 units, which a string read back
 * has again, so that no text needs escaping and none can forge a border.
 *   floor: `<appended, comma-separated>;<length of command id>;<length of body>\n<command id><body>`
 *   audit: `<length>\n<line>`
 */
export const packFloor = (commandId: string, body: string) => `${commandId.length};${body.length}\n${commandId}${body}`;

export const packLine = (line: string) => `${line.length}\n${line}`;

/** The entries of one group whose newest has offset `last`. */
export function unpackFloor(blob: string, count: number, last: number): FloorEntry[] {
  const entries: FloorEntry[] = [];
  let at = 0;
  for (let offset = last - count + 1; offset <= last; offset += 1) {
    const end = blob.indexOf('\n', at);
    const [places = '', idLength, bodyLength] = blob.slice(at, end).split(';');
    const bodyAt = end + 1 + Number(idLength);
    at = bodyAt + Number(bodyLength);
    const appended = readPlaces(places);
    entries.push({ offset, commandId: blob.slice(end + 1, bodyAt), appended, body: blob.slice(bodyAt, at) });
  }
  if (at !== blob.length) throw new Error(`The floor entry that ends at ${last} cannot be read`);
  return entries;
}

export function unpackLines(blob: string, count: number, last: number): { offset: number; body: string }[] {
  const lines: { offset: number; body: string }[] = [];
  let at = 0;
  for (let offset = last - count + 1; offset <= last; offset += 1) {
    const end = blob.indexOf('\n', at) + 1;
    at = end + Number(blob.slice(at, end));
    lines.push({ offset, body: blob.slice(end, at) });
  }
  if (at !== blob.length) throw new Error(`The audit entry that ends at ${last} cannot be read`);
  return lines;
}

/** Offsets as a script writes them: comma-separated, empty for none. */
export const readPlaces = (places: string) => (places === '' ? [] : places.split(',').map(Number));

/** Entries of a stream as XRANGE answers them, unpacked. */
export function unpackStream<Entry>(
  raw: unknown,
  unpack: (blob: string, count: number, last: number) => Entry[],
): Entry[] {
  return (raw as [string, string[]][]).flatMap(([id, [, count, , blob = '']]) =>
    unpack(blob, Number(count), Number.parseInt(id, 10)),
  );
}
