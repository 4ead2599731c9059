import { randomUUID } from 'node:crypto';
import type { Refusal } from '@floorwalk/core';
import { detail as detailSchema, floorRow, type Detail } from '@floorwalk/core/protocol';
import * as v from 'valibot';
import { alertsCard, alertsLine } from '../cards/alerts-card.ts';
import { composeCard, sentCard } from '../cards/compose-card.ts';
import { isRtl, type Stamp } from '../cards/elements.ts';
import { floorCard, PAGE } from '../cards/floor-card.ts';
import { helpCard } from '../cards/help-card.ts';
import { noteCard } from '../cards/note-card.ts';
import type { Account } from '../floor/person.ts';
import { nameOf } from '../mirror/lines.ts';
import type { Place } from '../transport/activity.ts';
import { wordsOf, type Words } from '../words/index.ts';
import { refusalWords } from '../words/phrases.ts';
import type { Ask } from './ask.ts';
import { dialogStep, searchTargets, type DialogStep } from './dialog.ts';
import { chooseView, queryOf } from './floor-views.ts';
import { inEnglish } from './read-text.ts';
import { setAlerts } from './set-alerts.ts';
import { done, type Asker, type DeskDeps, type Shown } from './shown.ts';
import { chooseTarget, giveAway } from './targets.ts';

/** The customer's text is at most this long on the server too. */
const MAX_TEXT = 8_000;
const floorPage = v.object({ items: v.array(floorRow), total: v.number() });

/** Carries out what a supervisor asks, on their behalf, by the server's interface. */
export class Desk {
  readonly #deps: DeskDeps;

  constructor(deps: DeskDeps) {
    this.#deps = deps;
  }

  async carryOut(asker: Asker, ask: Ask): Promise<Shown | null> {
    switch (ask.do) {
      case 'help':
        return { card: helpCard(this.#stamp(asker)), summary: this.#stamp(asker).words.card.helpTitle };
      case 'floor':
        return this.#floor(asker, ask);
      case 'watch':
        return this.#watch(asker, ask.conversation);
      case 'look':
        return this.#floor(asker, { do: 'floor', words: '', first: 0 });
      case 'stop':
        return this.#stop(asker);
      case 'join':
      case 'leave':
        return this.#takePart(asker, ask.do, ask.conversation);
      case 'compose':
        return this.#compose(asker, ask.conversation);
      case 'sendPublic':
        return this.#sendPublic(asker, ask.conversation, ask.text);
      case 'note':
        return this.#note(asker, ask.text);
      case 'choose':
        return chooseTarget(this.#deps, asker, this.#stamp(asker), ask);
      case 'try':
      case 'give':
        return giveAway(this.#deps, asker, this.#stamp(asker), ask);
      case 'plain':
        return this.#plain(asker, ask.verb, ask.conversation);
      case 'alerts':
        return this.#alerts(asker, ask.words);
      case 'dismiss':
        return this.say(asker.account, this.#say(asker.account).nothingDone);
    }
  }

  /** One step of assigning or transferring in a dialog. */
  dialog(asker: Asker, asked: unknown): Promise<DialogStep> {
    return dialogStep(this.#deps, asker, this.#stamp(asker), asked);
  }

  /** Who can take a conversation, by a part of their name. */
  search(account: Account, asked: unknown): ReturnType<typeof searchTargets> {
    return searchTargets(this.#deps, account, asked);
  }

  /** One sentence as a card. */
  say(account: Account, text: string, bad = false): Shown {
    return { card: noteCard(this.#stamp({ account }), text, { bad }), summary: text, isSentence: true };
  }

  async #alerts(asker: Asker, words: string): Promise<Shown> {
    const { account } = asker;
    const { alerts, isUnderstood } = await setAlerts(
      this.#deps.people,
      account,
      inEnglish(words, this.#deps.people.words(account).typed),
    );
    this.#deps.alertsChanged(account);
    const { zone } = this.#deps.people.get(account);
    return {
      card: alertsCard(this.#stamp(asker), { alerts, zone, isOdd: !isUnderstood }),
      summary: alertsLine(this.#deps.people.words(account), alerts, zone),
    };
  }

  /** In a channel or group chat: only where alerts go is set there, by who may see a floor. */
  async alertsHere(account: Account, typed: string, here: Place): Promise<string> {
    const asked = await this.#deps.client.ask(account, { path: '/v1/floor?limit=1', schema: done });
    const words = this.#deps.people.words(account);
    if (!asked.ok) return refusalWords(words, asked.refusal, this.#deps.people.get(account).zone);
    const { alerts, isUnderstood } = await setAlerts(this.#deps.people, account, inEnglish(typed, words.typed), here);
    this.#deps.alertsChanged(account);
    if (!isUnderstood) return words.alerts.needHere;
    return alerts.on && alerts.to ? words.alerts.here : alertsLine(words, alerts, null);
  }

  #stamp({ account }: Pick<Asker, 'account'>): Stamp {
    const { locale } = this.#deps.people.get(account);
    const { clock, tab } = this.#deps;
    return {
      nonce: randomUUID(),
      at: clock.now(),
      rtl: isRtl(locale ?? undefined),
      words: wordsOf(locale),
      ...(tab && { tab }),
    };
  }

  #say(account: Account): Words['say'] {
    return this.#deps.people.words(account).say;
  }

  #refused(account: Account, refusal: Refusal): Shown {
    return this.say(
      account,
      refusalWords(this.#deps.people.words(account), refusal, this.#deps.people.get(account).zone),
      true,
    );
  }

  async #floor(asker: Asker, ask: Extract<Ask, { do: 'floor' }>): Promise<Shown> {
    const { account } = asker;
    const { words, first } = ask;
    const chosen = await chooseView(this.#deps, account, ask);
    if ('refused' in chosen) return this.say(account, chosen.refused, true);
    const query = queryOf(chosen.open);
    query.set('offset', String(first));
    query.set('limit', String(PAGE));
    if (words !== '') query.set('text', words);
    const found = await this.#deps.client.ask(account, { path: `/v1/floor?${query.toString()}`, schema: floorPage });
    if (!found.ok) return this.#refused(account, found.refusal);
    const { items: rows, total } = found.value;
    const list = [...this.#deps.people.get(account).list.slice(0, first), ...rows.map(({ id }) => id)];
    await this.#deps.people.save(account, { list });
    const now = this.#deps.clock.now();
    return {
      card: floorCard({ ...this.#stamp(asker), keeps: 'floor' }, { rows, total, first, words, now, ...chosen }),
      summary: this.#stamp(asker).words.card.summary(total),
    };
  }

  async #watch({ account }: Asker, conversation: string): Promise<Shown> {
    const { people, watches } = this.#deps;
    const { watching, place } = people.get(account);
    if (!place) return this.say(account, this.#say(account).personalOnly);
    if (watching?.conversation === conversation)
      return this.say(account, this.#say(account).watchingNow(watching.name));
    if (watching && watching.spokeAt !== null)
      return this.say(account, this.#say(account).leaveFirst(watching.name), true);
    const detail = await this.#detail(account, conversation);
    if (!detail.ok) return this.#refused(account, detail.refusal);
    const no = await this.#act({ account }, conversation, 'monitor', {}, true);
    if (no) return this.#refused(account, no);
    const name = nameOf(detail.value, detail.value.customer.name);
    await watches.begin(account, conversation, name);
    return this.say(account, this.#say(account).watchingNow(name));
  }

  async #stop({ account, key }: Asker): Promise<Shown> {
    const { people, watches } = this.#deps;
    const { watching } = people.get(account);
    if (!watching) return this.say(account, this.#say(account).watchFirst);
    if (watching.spokeAt !== null) {
      const no = await this.#act({ account, key }, watching.conversation, 'leave');
      if (no) return this.#refused(account, no);
    }
    await watches.stop(account);
    return this.say(account, this.#say(account).stopped(watching.name));
  }

  async #takePart(asker: Asker, verb: 'join' | 'leave', conversation: string): Promise<Shown> {
    const { account } = asker;
    const { watching } = this.#deps.people.get(account);
    if (watching?.conversation !== conversation) {
      if (verb === 'leave') return this.say(account, this.#say(account).watchFirst);
      const begun = await this.#watch(asker, conversation);
      if (this.#deps.people.get(account).watching?.conversation !== conversation) return begun;
    }
    const no = await this.#act(asker, conversation, verb);
    if (no) return this.#refused(account, no);
    const now = this.#deps.people.get(account).watching;
    if (now?.conversation === conversation) {
      const spokeAt = verb === 'join' ? this.#deps.clock.now() : null;
      await this.#deps.people.save(account, { watching: { ...now, spokeAt, warned: false } });
      this.#deps.watches.of(account)?.changed();
    }
    const name = now?.name ?? '';
    return this.say(account, verb === 'join' ? this.#say(account).joined(name) : this.#say(account).left(name));
  }

  /** Opens the separate card; nothing is sent by it yet. */
  async #compose(asker: Asker, conversation: string): Promise<Shown> {
    const joined = this.#joined(asker.account, conversation);
    if (joined === null) return this.say(asker.account, this.#say(asker.account).watchFirst, true);
    return {
      card: composeCard(this.#stamp(asker), conversation, joined),
      summary: this.#stamp(asker).words.card.toCustomer(joined),
    };
  }

  async #sendPublic(asker: Asker, conversation: string, text: string): Promise<Shown> {
    const { account } = asker;
    const name = this.#joined(account, conversation);
    if (name === null) return this.say(account, this.#say(account).notSent(this.#say(account).watchFirst), true);
    const why = await this.#sayTo(asker, conversation, 'public', text);
    const stamp = this.#stamp(asker);
    if (why !== null)
      return { card: composeCard(stamp, conversation, name, { why, text: text.slice(0, MAX_TEXT) }), summary: why };
    const { zone } = this.#deps.people.get(account);
    const card = sentCard(stamp, { conversation, name, text, at: this.#deps.clock.now(), zone });
    return { card, summary: stamp.words.card.sent(name) };
  }

  /** Typed while joined: to the agent, internally. What was said comes back with the feed. */
  async #note(asker: Asker, text: string): Promise<Shown | null> {
    const { account } = asker;
    const { watching } = this.#deps.people.get(account);
    if (!watching || watching.spokeAt === null) return this.say(account, this.#say(account).watchFirst, true);
    const why = await this.#sayTo(asker, watching.conversation, 'internal', text);
    return why === null ? null : this.say(account, why, true);
  }

  /** Null when it was said, else why not. */
  async #sayTo(
    { account, key }: Asker,
    conversation: string,
    plane: 'public' | 'internal',
    text: string,
  ): Promise<string | null> {
    if (text.trim() === '') return this.#say(account).noText;
    if (text.length > MAX_TEXT) return this.#say(account).tooLong(MAX_TEXT);
    const body = { id: `teams-${key}`, text: text.toWellFormed(), plane };
    const path = `/v1/conversations/${conversation}/messages`;
    const said = await this.#deps.client.ask(account, { method: 'POST', path, body, key, schema: done });
    return said.ok
      ? null
      : this.#say(account).notSent(
          refusalWords(this.#deps.people.words(account), said.refusal, this.#deps.people.get(account).zone),
        );
  }

  async #plain(asker: Asker, verb: 'claim' | 'withdraw' | 'cancel-transfer', conversation: string): Promise<Shown> {
    const { account } = asker;
    const no = await this.#act(asker, conversation, verb);
    if (no) return this.#refused(account, no);
    const { claimed, offerWithdrawn, transferCancelled } = this.#say(account);
    const words = { claim: claimed, withdraw: offerWithdrawn, 'cancel-transfer': transferCancelled };
    return this.say(account, words[verb]);
  }

  /** What they have joined here by its name, or null. */
  #joined(account: Account, conversation: string): string | null {
    const { watching } = this.#deps.people.get(account);
    return watching?.conversation === conversation && watching.spokeAt !== null ? watching.name : null;
  }

  #detail(account: Account, conversation: string) {
    return this.#deps.client.ask<Detail>(account, { path: `/v1/conversations/${conversation}`, schema: detailSchema });
  }

  async #act(
    { account, key }: { readonly account: Account; readonly key?: string },
    conversation: string,
    verb: string,
    body: object = {},
    dryRun = false,
  ): Promise<Refusal | null> {
    const path = `/v1/conversations/${conversation}/${verb}${dryRun ? '?dryRun=1' : ''}`;
    const answer = await this.#deps.client.ask(account, {
      method: 'POST',
      path,
      body,
      ...(key !== undefined && { key: `${key}:${verb}` }),
      schema: done,
    });
    return answer.ok ? null : answer.refusal;
  }
}
