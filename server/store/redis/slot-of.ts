const TABLE = Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 8;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021;
  return crc;
});

/** How many slots a cluster has. */
export const SLOTS = 16_384;

/** The slot of a key or channel: CRC16 of its hash tag, or of all of it where it has none. */
export function slotOf(key: string): number {
  const open = key.indexOf('{');
  const end = open === -1 ? -1 : key.indexOf('}', open + 1);
  let crc = 0;
  for (const byte of Buffer.from(end > open + 1 ? key.slice(open + 1, end) : key))
    crc = ((crc << 8) & 0xffff) ^ (TABLE[((crc >> 8) ^ byte) & 0xff] ?? 0);
  return crc % SLOTS;
}
