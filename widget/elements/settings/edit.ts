import { entryChanges, type DirectoryEntry, type FieldChange, type SaveEffect } from '@floorwalk/core/directory';
import { HttpFailure, type SignIn } from '../../client/index.ts';
import { nameOf, putEntry, savedValue, type EntryName, type Value, type Whole } from './directory.ts';
import { isTold } from './is-told.ts';
import { isSame, merge, partAt, textOf, type Collision } from './merge.ts';
import { fieldErrors, saidBy, type Said } from './server-words.ts';

/** What somebody else saved while this was open. */
export interface Conflict {
  readonly who: string | undefined;
  readonly at: number | undefined;
  readonly changes: readonly FieldChange[];
  readonly collisions: readonly Collision[];
  /** What was there before the first of their saves that is told. */
  readonly from: Value;
}

/** A server, and until when it is asked. */
export interface Ask {
  readonly signIn: SignIn;
  readonly signal: AbortSignal;
  /** Reads everything anew. */
  readonly read: () => Promise<Whole>;
}

/**
 * One entry while somebody changes it: what was there when they began, what they made of it, what the server says that
 * saving would do. Nothing of it is lost when somebody else saves first.
 */
export class Edit {
  readonly name: EntryName;
  readonly isNew: boolean;
  base: Value;
  value: Value;
  version: number;
  /** What saving would do; undefined while it is being edited. */
  effects: readonly SaveEffect[] | undefined;
  errors: ReadonlyMap<string, Said> = new Map();
  conflict: Conflict | undefined;

  constructor(name: EntryName, whole: Whole, fresh?: Value) {
    this.name = name;
    const saved = savedValue(whole, name);
    this.isNew = saved === undefined;
    this.base = saved ?? {};
    this.value = saved ?? fresh ?? {};
    this.version = whole.versions[nameOf(name)] ?? 0;
  }

  get isChanged(): boolean {
    return this.isNew || !isSame(this.base, this.value);
  }

  /** What it would be saved as. */
  get target(): EntryName {
    return this.isNew ? { kind: this.name.kind, id: textOf(this.value['id']) } : this.name;
  }

  get changes(): readonly FieldChange[] {
    return changesOf(this.isNew ? undefined : this.base, this.value).filter(isTold);
  }

  set(value: Value): void {
    this.value = value;
    this.effects = undefined;
  }

  /**
   * Somebody else has saved it: what was changed here goes on top of that at once. Said as a conflict, unless `isQuiet`;
   * answers whether there was anything to learn.
   */
  learn(whole: Whole, told: { readonly who: string | undefined; readonly at: number | undefined } | 'quiet'): boolean {
    const theirs = savedValue(whole, this.name);
    if (this.isNew || theirs === undefined) return false;
    this.version = whole.versions[nameOf(this.name)] ?? 0;
    if (isSame(theirs, this.base)) return false;
    const before = this.conflict;
    this.effects = undefined;
    this.#putOn(theirs, told === 'quiet' ? { who: undefined, at: undefined } : told);
    if (told === 'quiet' && !this.conflict?.collisions.length) this.conflict = before;
    return true;
  }

  /** Whose the last save was, where that is told only now. */
  attribute({ who, at }: Pick<Conflict, 'who' | 'at'>): void {
    if (this.conflict && this.conflict.who === undefined && who !== undefined)
      this.conflict = { ...this.conflict, who, at };
  }

  /** What others saved has been read. */
  dismiss(): void {
    this.conflict = undefined;
  }

  /** Asks what saving would do; nothing is saved. */
  async look(ask: Ask): Promise<void> {
    // A queue's members are saved with people, so that they move without its version: begun anew on those of now.
    if (!this.isNew && !isSame(this.value['members'], this.base['members'])) {
      const now = savedValue(await ask.read(), this.name);
      if (now) [this.value, this.base] = moved(this.base, this.value, now['members']);
    }
    const done = await this.#put(ask, true);
    this.effects = done?.effects;
  }

  /** Saves; answers whether it did. */
  async save(ask: Ask): Promise<boolean> {
    return (await this.#put(ask, false)) !== undefined;
  }

  async #put(ask: Ask, isTry: boolean): Promise<{ readonly effects: readonly SaveEffect[] } | undefined> {
    this.errors = new Map();
    const { target, version } = this;
    try {
      return await putEntry(ask.signIn, ask.signal, { name: target, value: this.#body(), version, isTry });
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      const { refusal, field, winner } = error.problem;
      this.effects = undefined;
      if (refusal === 'version') this.#meet(await ask.read(), winner);
      else if (field !== undefined) this.errors = fieldErrors(saidBy(error), field);
      else throw error;
      return undefined;
    }
  }

  /** Members go along only where they were changed: the queue's people are other entries. */
  #body(): Value {
    const { members, ...fields } = this.value;
    return members === undefined || isSame(members, this.base['members']) ? fields : this.value;
  }

  /** Puts what was changed here on top of what somebody else saved. */
  #meet(whole: Whole, winner: { readonly person: string; readonly at: number } | undefined): void {
    const theirs = savedValue(whole, this.target);
    this.version = whole.versions[nameOf(this.target)] ?? 0;
    if (theirs === undefined) return;
    if (this.isNew) {
      this.version = 0;
      this.errors = new Map([['id', { refusal: 'idTaken', detail: '' }]]);
      return;
    }
    this.#putOn(theirs, { who: winner?.person, at: winner?.at });
  }

  #putOn(theirs: Value, { who, at }: Pick<Conflict, 'who' | 'at'>): void {
    const { value, collisions } = merge(this.base, this.value, theirs);
    const from = this.conflict?.from ?? this.base;
    const fields = collisions.map(({ field }) => field);
    // Both changed it before, and nothing of it has been decided since.
    const open = (this.conflict?.collisions ?? []).filter(
      ({ field, theirs: other }) => !fields.includes(field) && !isSame(partAt(value, field), other),
    );
    const changes = changesOf(from, theirs).filter(isTold);
    this.conflict = { who, at, changes, collisions: [...open, ...collisions], from };
    this.base = theirs;
    this.value = value;
  }
}

/** What was changed and what it was changed from, both with the members of now. */
function moved(base: Value, value: Value, members: unknown): readonly [Value, Value] {
  const { value: merged } = merge({ members: base['members'] }, { members: value['members'] }, { members });
  return [
    { ...value, ...merged },
    { ...base, members },
  ];
}

/** Fields that differ, as the record would tell them. */
export const changesOf = (before: Value | undefined, after: Value): readonly FieldChange[] =>
  entryChanges(before && asEntry(before), asEntry(after));

/** What is compared is any value with fields; of which kind an entry is plays no part in it. */
const asEntry = (value: Value): DirectoryEntry => ({ kind: 'queue', value }) as unknown as DirectoryEntry;
