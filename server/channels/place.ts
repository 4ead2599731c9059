import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import type { Tenant } from '../engine/engine.ts';

const MARK = Buffer.from('floor-1 ');

/** The key of one history: whoever knows only places cannot tell how many commits lie between two of them. */
const keyOf = ({ id, epoch }: Pick<Tenant, 'id' | 'epoch'>): Buffer =>
  createHash('sha256').update(`place ${epoch} ${id}`).digest().subarray(0, 16);

/**
 * An offset of the floor feed as integrations get it: the same at every server and after a restart, and without a word of
 * what happened inside meanwhile (P2).
 */
export function placeOf(tenant: Pick<Tenant, 'id' | 'epoch'>, offset: number): string {
  const block = Buffer.alloc(16);
  MARK.copy(block);
  block.writeBigUInt64BE(BigInt(offset), 8);
  const cipher = createCipheriv('aes-128-ecb', keyOf(tenant), null).setAutoPadding(false);
  return Buffer.concat([cipher.update(block), cipher.final()]).toString('base64url');
}

/** The offset of a place; undefined where it is none of the tenant's present history. */
export function offsetOf(tenant: Pick<Tenant, 'id' | 'epoch'>, place: string): number | undefined {
  const block = Buffer.from(place, 'base64url');
  if (block.length !== 16) return undefined;
  const decipher = createDecipheriv('aes-128-ecb', keyOf(tenant), null).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(block), decipher.final()]);
  return plain.subarray(0, 8).equals(MARK) ? Number(plain.readBigUInt64BE(8)) : undefined;
}
