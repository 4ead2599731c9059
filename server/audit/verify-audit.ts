import type { Store } from '../store/store.ts';
import { GENESIS, linkOf, SEAL_HEAD, SEALS, type Seal, type SealHead } from './chain.ts';

const PAGE = 200;

export type VerifyStore = Pick<Store, 'load' | 'readAudit' | 'readPlane'>;

/** A line's place and link, noted elsewhere: whoever rewrites the whole record cannot have rewritten that. */
export interface Anchor {
  readonly offset: number;
  readonly link: string;
}

export interface VerifyOptions {
  readonly now: number;
  /** How long lines are kept; null: for ever. Older ones may be missing at the beginning. */
  readonly keepMs: number | null;
  readonly anchor?: Anchor;
}

export type Verified =
  | {
      readonly ok: true;
      /** Lines that were read and are as they were sealed. */
      readonly lines: number;
      /** Lines written since the last seal, which nothing protects yet. */
      readonly unsealed: number;
      /** When the oldest of them was written; null: there is none, or it does not say. */
      readonly unsealedSince: number | null;
      /** To note elsewhere. */
      readonly anchor: Anchor;
    }
  | { readonly ok: false; readonly offset: number; readonly why: string };

class Broken extends Error {
  override readonly name = 'Broken';
  readonly offset: number;
  constructor(offset: number, why: string) {
    super(why);
    this.offset = offset;
  }
}

/** Whether a tenant's record is as it was sealed, or the first line that is not: edited, removed, or cut off (R4). */
export async function verifyAudit(store: VerifyStore, tenant: string, options: VerifyOptions): Promise<Verified> {
  try {
    return await walk(store, tenant, options);
  } catch (error) {
    if (error instanceof Broken) return { ok: false, offset: error.offset, why: error.message };
    throw error;
  }
}

async function walk(store: VerifyStore, tenant: string, options: VerifyOptions): Promise<Verified> {
  const stored = await store.load(tenant, 'directory', SEAL_HEAD);
  const head: SealHead = stored ? (JSON.parse(stored.state) as SealHead) : { to: 0, link: GENESIS };
  let reached: SealHead = { to: 0, link: GENESIS };
  let lines = 0;
  let hasBegun = false;
  let isAnchored = options.anchor === undefined;
  for (let read = 0; ;) {
    const page = await store.readPlane(tenant, SEALS, 'internal', read, PAGE);
    for (const { body, offset } of page) {
      const seal = JSON.parse(body) as Seal;
      const found = await checkSeal(store, tenant, seal, reached, { ...options, hasBegun });
      hasBegun ||= found > 0;
      lines += found;
      reached = { to: seal.to, link: seal.links.at(-1) ?? '' };
      isAnchored ||= checkAnchor(seal, options.anchor);
      read = offset;
    }
    if (page.length < PAGE) break;
  }
  if (reached.to !== head.to || reached.link !== head.link)
    throw new Broken(Math.min(reached.to, head.to) + 1, 'The seals end elsewhere than where the newest one was made.');
  if (!isAnchored) throw new Broken(options.anchor?.offset ?? 0, 'The record does not reach the line that was noted.');
  return { ok: true, lines, ...(await unsealed(store, tenant, head.to)), anchor: anchorOf(head) };
}

const anchorOf = ({ to, link }: SealHead): Anchor => ({ offset: to, link });

/** Checks one seal and its lines and answers how many of them are there. */
async function checkSeal(
  store: VerifyStore,
  tenant: string,
  seal: Seal,
  reached: SealHead,
  { now, keepMs, hasBegun }: VerifyOptions & { hasBegun: boolean },
): Promise<number> {
  // Places begin anew nowhere; a first seal may begin later, where the record is older than sealing and was trimmed.
  const follows = seal.before === reached.link && (reached.to === 0 || seal.from === reached.to + 1);
  if (!follows || seal.links.length !== seal.to - seal.from + 1)
    throw new Broken(reached.to + 1, 'The seal of this line does not follow the one before it.');
  const page = await store.readAudit(tenant, seal.from - 1, seal.links.length);
  const lines = page.filter(({ offset }) => offset <= seal.to);
  const first = lines[0]?.offset ?? seal.to + 1;
  const mayBeGone = !hasBegun && keepMs !== null && seal.at < now - keepMs;
  if (first > seal.from && !mayBeGone) throw new Broken(seal.from, 'This line was removed.');
  let link = first === seal.from ? seal.before : (seal.links[first - seal.from - 1] ?? '');
  for (let offset = first, i = 0; offset <= seal.to; offset++, i++) {
    const line = lines[i];
    if (line?.offset !== offset) throw new Broken(offset, 'This line was removed.');
    link = linkOf(link, line);
    if (link !== seal.links[offset - seal.from]) throw new Broken(offset, 'This line is not as it was written.');
  }
  return lines.length;
}

function checkAnchor(seal: Seal, anchor: Anchor | undefined): boolean {
  if (anchor === undefined || anchor.offset < seal.from || anchor.offset > seal.to) return false;
  if (seal.links[anchor.offset - seal.from] === anchor.link) return true;
  throw new Broken(anchor.offset, 'The record up to this line is not the one that was noted.');
}

/** When an unsealed line was written; null: it does not say. */
function timeOf(body: string, offset: number): number | null {
  try {
    const { at } = JSON.parse(body) as { readonly at?: unknown };
    return typeof at === 'number' ? at : null;
  } catch {
    throw new Broken(offset, 'This line is not as any server writes it.');
  }
}

/** What follows the last seal, where nothing may be missing either. */
async function unsealed(
  store: VerifyStore,
  tenant: string,
  since: number,
): Promise<{ readonly unsealed: number; readonly unsealedSince: number | null }> {
  let unsealedSince: number | null = null;
  for (let at = since, count = 0; ;) {
    const page = await store.readAudit(tenant, at, PAGE);
    for (const { offset, body } of page) {
      if (count === 0) unsealedSince = timeOf(body, at + 1);
      if (at > 0 && offset !== at + 1) throw new Broken(at + 1, 'This line was removed before it was sealed.');
      at = offset;
      count += 1;
    }
    if (page.length < PAGE) return { unsealed: count, unsealedSince };
  }
}
