import type { FloorRow } from '@floorwalk/core/protocol';
import { announce } from '../../announcer/announcer.ts';
import type { LiveClient, Subscription } from '../../client/index.ts';
import { Sound } from '../../sound/sound.ts';
import { reasonWords, t } from '../../strings/index.ts';
import { NewAlarms, type Alarm } from './new-alarms.ts';
import { Notifier } from './notifier.ts';

/** Of this many conversations the reasons are followed; there is no more to hear of a hundredth. */
const FOLLOWED = 100;

/**
 * Tells what newly needs attention, whatever the list shows: by a tone, by a desktop notification, and to screen readers
 * (F3). While one of these is on it follows the floor by itself, since filters of the list are not about alarms.
 */
export class Attention {
  readonly sound = new Sound('floorwalk.sound');
  readonly notifier = new Notifier();
  readonly #changed: () => void;
  readonly #opened: (row: FloorRow) => void;
  readonly #rows = new Map<string, FloorRow>();
  readonly #alarms = new NewAlarms();
  #client: LiveClient | undefined;
  #subscription: Subscription | undefined;

  /** `changed` after a switch was; `opened` where a notification was clicked. */
  constructor(changed: () => void, opened: (row: FloorRow) => void) {
    this.#changed = changed;
    this.#opened = opened;
    this.sound.addEventListener('change', () => this.#switched());
  }

  /** Belongs to this connection until the signal. */
  follow(client: LiveClient, signal: AbortSignal): void {
    this.#client = client;
    this.#switched();
    void this.notifier.follow(signal, () => this.#switched());
    signal.addEventListener('abort', () => {
      this.#client = undefined;
      this.#switched();
    });
  }

  async toggleNotifications(): Promise<void> {
    await this.notifier.toggle();
    this.#switched();
  }

  #switched(): void {
    const client = this.sound.state === 'off' && this.notifier.state !== 'on' ? undefined : this.#client;
    if (!client) {
      this.#subscription?.close();
      this.#subscription = undefined;
    } else if (!this.#subscription) this.#subscription = this.#subscribe(client);
    this.#changed();
  }

  #subscribe(client: LiveClient): Subscription {
    this.#alarms.forget();
    this.#rows.clear();
    const query = { view: 'attention', sort: 'attention', limit: FOLLOWED } as const;
    return client.subscribe({ kind: 'floor', query }, (message) => {
      if (message.type !== 'floor') return;
      for (const row of message.rows) this.#rows.set(row.id, row);
      const here = new Set(message.order);
      for (const id of this.#rows.keys()) if (!here.has(id)) this.#rows.delete(id);
      this.#tell(this.#alarms.take([...this.#rows.values()]), client.now());
    });
  }

  #tell(alarms: readonly Alarm[], now: number): void {
    const hand = alarms.find(({ reason }) => reason.kind === 'handRaised');
    const first = hand ?? alarms[0];
    if (!first) return;
    this.sound.play(hand ? 'hand' : 'attention');
    for (const { row, reason } of alarms)
      this.notifier.show(row.id, t('notifyTitle', { customer: row.customer }), reasonWords(reason, now), () =>
        this.#opened(row),
      );
    const words = t('attentionCame', { customer: first.row.customer, reason: reasonWords(first.reason, now) });
    announce(alarms.length === 1 ? words : `${words}. ${t('attentionMore', { more: alarms.length - 1 })}`);
  }
}
