import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Tenant } from '../engine/engine.ts';

const MARK = Buffer.from('floor2');
const CHANCE = 4;

/** The key of one history: whoever knows only places cannot tell how many commits lie between two of them. */
const keyOf = ({ id, epoch }: Pick<Tenant, 'id' | 'epoch'>): Buffer =>
  createHash('sha256').update(`place ${epoch} ${id}`).digest().subarray(0, 16);

/**
 * An offset of the floor feed as integrations get it: every server takes it, after a restart too. It says nothing of what
 * happened inside meanwhile, not even whether anything did: the same offset is never spelled alike twice (P2).
 */
export function placeOf(tenant: Pick<Tenant, 'id' | 'epoch'>, offset: number): string {
  const block = Buffer.concat([MARK, randomBytes(CHANCE), Buffer.alloc(6)]);
  block.writeUIntBE(offset, 10, 6);
  const cipher = createCipheriv('aes-128-ecb', keyOf(tenant), null).setAutoPadding(false);
  return Buffer.concat([cipher.update(block), cipher.final()]).toString('base64url');
}

/** The offset of a place; undefined where it is none of the tenant's present history. */
export function offsetOf(tenant: Pick<Tenant, 'id' | 'epoch'>, place: string): number | undefined {
  const block = Buffer.from(place, 'base64url');
  if (block.length !== 16) return undefined;
  const decipher = createDecipheriv('aes-128-ecb', keyOf(tenant), null).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(block), decipher.final()]);
  return plain.subarray(0, MARK.length).equals(MARK) ? plain.readUIntBE(10, 6) : undefined;
}
