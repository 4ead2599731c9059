import { workstreamDefaults } from '@floorwalk/core/directory';
import { HttpFailure } from '../../client/index.ts';
import { announce } from '../../announcer/announcer.ts';
import { ta } from '../../strings/administrator.ts';
import {
  entryName,
  makeKey,
  nameOf,
  revokeKey,
  savedValue,
  type EntryName,
  type Value,
  type Whole,
} from './directory.ts';
import { Edit, type Ask } from './edit.ts';
import { freshOf, idFrom } from './fields.ts';
import { isSame, withPart } from './merge.ts';
import { SettingsNews, type Save } from './settings-news.ts';
import { isEntrySection, sections, type EntrySection, type Section } from './sections.ts';
import { saidBy, type Said } from './server-words.ts';

/** What was saved last, with what it replaced. */
export interface Saved {
  readonly section: Section;
  readonly name: EntryName;
  readonly label: string;
  readonly before: Value | undefined;
}

/** What it needs of its panel. */
interface Host {
  readonly ask: () => Omit<Ask, 'read'>;
  readonly read: () => Promise<Whole>;
  readonly redraw: () => void;
}

/** What an administrator is at: the section, the entry, every change that is not saved yet, and the last one that is. */
export class SettingsDesk {
  readonly #host: Host;
  readonly #edits = new Map<string, Edit>();
  readonly #chosen = new Map<Section, string>();
  /** Choices of the moment, for each entry its own. */
  readonly #kept = new Map<string, Map<string, string>>();
  #idIsOwn = false;
  whole: Whole | undefined;
  /** How often it was read. */
  taken = 0;
  section: Section = 'policy';
  saved: Saved | undefined;
  /** Why nothing was saved: what the server said, or that it said nothing. */
  trouble: Said | 'unanswered' | undefined;
  isBusy = false;

  constructor(host: Host) {
    this.#host = host;
  }

  /** The id of the entry that is open; empty while it is a new one; undefined where none is. */
  get chosen(): string | undefined {
    return isEntrySection(this.section) ? this.#chosen.get(this.section) : 'policy';
  }

  /** The entry that is open, as it is being changed. */
  get edit(): Edit | undefined {
    const { whole, section, chosen } = this;
    if (!whole || chosen === undefined) return undefined;
    const name: EntryName = { kind: sections[section].kind, id: chosen };
    const key = keyOf(section, name);
    const known = this.#edits.get(key);
    if (known) return known;
    if (chosen !== '' && savedValue(whole, name) === undefined) return undefined;
    const made = new Edit(name, whole, isEntrySection(section) ? freshOf[section]() : undefined);
    this.#edits.set(key, made);
    return made;
  }

  /** Choices of the moment for the entry that is open. */
  get kept(): Map<string, string> {
    const key = `${this.section} ${this.chosen ?? ''}`;
    const kept = this.#kept.get(key) ?? new Map<string, string>();
    this.#kept.set(key, kept);
    return kept;
  }

  isUnsaved(section: EntrySection, id: string): boolean {
    return this.#edits.get(keyOf(section, { kind: sections[section].kind, id }))?.isChanged ?? false;
  }

  /** Takes what the server has now: what is being changed goes on top of it, and what is open shows it (C7). */
  took(whole: Whole): Whole {
    const before = this.whole;
    // Saved as it was is no news.
    const moved = this.news.took(before, whole, this.#own).filter(({ entry }) => {
      const name = entryName(entry);
      const isOther = before && !isSame(savedValue(before, name), savedValue(whole, name));
      if (!isOther) this.news.forget(entry);
      return isOther;
    });
    this.whole = whole;
    this.taken += 1;
    const open = this.#openKey;
    for (const [key, edit] of this.#edits) {
      if (key !== open && !edit.isChanged) this.#edits.delete(key);
      // A queue's members are saved with people.
      else if (
        edit.learn(
          whole,
          moved.find(({ entry }) => entry === key) ??
            moved.findLast(({ entry }) => entry.startsWith('person:')) ??
            'quiet',
        ) &&
        key === open
      )
        // It is said in the form, so no more beside it.
        this.news.forget(key);
    }
    return whole;
  }

  /** What others have saved since one looked. */
  readonly news = new SettingsNews();
  /** What is being saved from here. */
  #own: readonly string[] = [];

  get #openKey(): string | undefined {
    const { section, chosen } = this;
    return chosen === undefined ? undefined : keyOf(section, { kind: sections[section].kind, id: chosen });
  }

  /** Others have saved; what was read of it before this was told gets their names. */
  heard(saves: readonly Save[]): void {
    this.news.heard(saves);
    for (const edit of this.#edits.values()) edit.attribute(this.news.itemOf(nameOf(edit.name), edit.version));
  }

  /** What others saved elsewhere has been read. */
  readNews(): void {
    this.news.forget();
    this.#drawn();
  }

  /** What others saved in the open entry has been read. */
  dismiss(): void {
    this.edit?.dismiss();
    this.#drawn();
  }

  open(section: Section): void {
    this.section = section;
    if (this.#openKey !== undefined) this.news.forget(this.#openKey);
    this.#drawn();
  }

  choose(id: string | undefined): void {
    if (!isEntrySection(this.section)) return;
    if (id === undefined) this.#chosen.delete(this.section);
    else this.#chosen.set(this.section, id);
    if (this.#openKey !== undefined) this.news.forget(this.#openKey);
    if (id === '') this.#idIsOwn = false;
    this.#drawn();
  }

  change(field: string, part: unknown): void {
    const { edit } = this;
    if (!edit) return;
    let value = withPart(edit.value, field, part);
    if (edit.isNew && field === 'id') this.#idIsOwn = true;
    if (edit.isNew && field === 'name' && !this.#idIsOwn) value = withPart(value, 'id', idFrom(String(part)));
    // Another channel has other terms, as long as nothing has been saved.
    if (edit.isNew && field === 'channel') value = { ...value, ...workstreamDefaults(part as 'liveChat') };
    edit.set(value);
    this.#drawn();
  }

  /** Where both changed a field, the other's value instead of one's own. */
  takeTheirs(field: string, theirs: unknown): void {
    const { edit } = this;
    if (!edit?.conflict) return;
    const collisions = edit.conflict.collisions.filter((collision) => collision.field !== field);
    edit.conflict = { ...edit.conflict, collisions };
    this.change(field, theirs);
  }

  discard(): void {
    const { edit, section } = this;
    if (!edit) return;
    this.#edits.delete(keyOf(section, edit.name));
    if (edit.isNew) this.choose(undefined);
    announce(ta('discarded'));
    this.#drawn();
  }

  /** Says what saving would do. */
  async look(): Promise<void> {
    const { edit } = this;
    if (edit) await this.#trying((ask) => edit.look(ask));
  }

  async save(label: string): Promise<void> {
    const { edit, section } = this;
    if (!edit) return;
    await this.#trying(async (ask) => {
      const { target: name, isNew } = edit;
      const before = isNew ? undefined : edit.base;
      this.#own = [nameOf(name), ...movedMembers(edit).map((id) => `person:${id}`)];
      if (!(await edit.save(ask))) return;
      this.#edits.delete(keyOf(section, edit.name));
      this.saved = { section, name, label, before };
      announce(ta('savedEntry', { name: label }));
      this.took(await ask.read());
      if (isNew) this.choose(name.id);
    });
  }

  /** Puts back what was there before the last save, once it has been looked at; what was new is disabled. */
  async undo(): Promise<void> {
    const { saved } = this;
    if (!saved) return;
    this.section = saved.section;
    if (isEntrySection(saved.section)) this.#chosen.set(saved.section, saved.name.id);
    const { edit } = this;
    if (!edit) return;
    edit.set(saved.before ?? { ...edit.value, disabled: true });
    this.saved = undefined;
    await this.look();
  }

  /** The key that was made last, until its administrator says that they have it. */
  shownKey: { readonly integration: string; readonly key: string } | undefined;

  async makeKey(integration: string, label: string): Promise<void> {
    await this.#trying(async ({ signIn, signal, read }) => {
      this.#own = [`integration:${integration}`];
      this.shownKey = { integration, key: await makeKey(signIn, signal, integration, label) };
      announce(ta('keyMade'));
      await read();
    });
  }

  async revokeKey(integration: string, key: string, label: string): Promise<void> {
    await this.#trying(async ({ signIn, signal, read }) => {
      this.#own = [`integration:${integration}`];
      await revokeKey(signIn, signal, integration, key);
      announce(ta('keyRevoked', { label }));
      await read();
    });
  }

  hideKey(): void {
    this.shownKey = undefined;
    this.#drawn();
  }

  async #trying(act: (ask: Ask) => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.trouble = undefined;
    this.#drawn();
    const { signIn, signal } = this.#host.ask();
    try {
      await act({ signIn, signal, read: async () => this.took(await this.#host.read()) });
    } catch (error) {
      if (!signal.aborted) this.trouble = error instanceof HttpFailure ? saidBy(error) : 'unanswered';
    } finally {
      this.#own = [];
      this.isBusy = false;
      this.#drawn();
    }
  }

  #drawn(): void {
    this.#host.redraw();
  }
}

/** Agents and people are one entry in two sections, and so are the policy and its notices. */
const keyOf = (section: Section, name: EntryName): string => (name.id === '' ? `new ${section}` : nameOf(name));

/** The people whom a queue's save moves with it. */
function movedMembers({ base, value }: Edit): readonly string[] {
  const listOf = (part: unknown): readonly string[] => (Array.isArray(part) ? part.map(String) : []);
  const [was, now] = [listOf(base['members']), listOf(value['members'])];
  return [...was.filter((id) => !now.includes(id)), ...now.filter((id) => !was.includes(id))];
}
