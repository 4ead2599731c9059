import { crc32, deflateSync } from 'node:zlib';

/** Of a pixel: red, green, blue and how much it covers, each 0 to 255. */
type Pixel = readonly [number, number, number, number];

/** A rectangle with round corners, in the 24 units of a side: left, top, right, bottom, radius. */
type Shape = readonly [number, number, number, number, number];

const ground: Pixel = [26, 32, 39, 255];
const white: Pixel = [255, 255, 255, 255];
const accent: Pixel = [110, 203, 147, 255];

/** Three conversations, the first of them being attended to. */
const rows: readonly Shape[] = [
  [9, 5, 20, 8, 1.5],
  [9, 10.5, 20, 13.5, 1.5],
  [9, 16, 17, 19, 1.5],
];
const marks: readonly Shape[] = [
  [4, 5, 7, 8, 1.5],
  [4, 10.5, 7, 13.5, 1.5],
  [4, 16, 7, 19, 1.5],
];

const SAMPLES = 4;

/** The icon of 192 pixels in colour: the mark on a ground that fills it. */
export function colourIcon(): Uint8Array {
  const [first, ...others] = marks;
  return draw(192, ground, [
    [[...rows, ...others], white],
    [first ? [first] : [], accent],
  ]);
}

/** The icon of 32 pixels: white alone, on nothing. */
export function outlineIcon(): Uint8Array {
  return draw(32, [255, 255, 255, 0], [[[...rows, ...marks], white]]);
}

function draw(side: number, under: Pixel, layers: readonly (readonly [readonly Shape[], Pixel])[]): Uint8Array {
  const lines = Buffer.alloc(side * (side * 4 + 1));
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      let pixel = under;
      for (const [shapes, over] of layers) {
        const covered = Math.max(...shapes.map((shape) => coverage(shape, x, y, side)));
        pixel = mixed(pixel, over, covered);
      }
      lines.set(pixel, y * (side * 4 + 1) + 1 + x * 4);
    }
  }
  return png(side, lines);
}

/** How much of a pixel a shape covers, 0 to 1. */
function coverage([left, top, right, bottom, radius]: Shape, x: number, y: number, side: number): number {
  let hits = 0;
  for (let i = 0; i < SAMPLES * SAMPLES; i += 1) {
    const px = ((x + ((i % SAMPLES) + 0.5) / SAMPLES) * 24) / side;
    const py = ((y + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES) * 24) / side;
    const dx = px - Math.min(Math.max(px, left + radius), right - radius);
    const dy = py - Math.min(Math.max(py, top + radius), bottom - radius);
    if (Math.hypot(dx, dy) <= radius) hits += 1;
  }
  return hits / (SAMPLES * SAMPLES);
}

/** Over a transparent ground the colour stays whole and only its cover changes. */
function mixed(under: Pixel, over: Pixel, part: number): Pixel {
  const mix = (a: number, b: number): number => Math.round(a + (b - a) * part);
  return [mix(under[0], over[0]), mix(under[1], over[1]), mix(under[2], over[2]), mix(under[3], over[3])];
}

function png(side: number, lines: Buffer): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // Eight bits each of red, green, blue and cover.
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
