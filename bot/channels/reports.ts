import type { DeliveryOutcome } from '@floorwalk/core/conversation';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { BotStore } from '../store/store.ts';
import type { PublicClient } from './public-client.ts';

export interface ReportsDeps {
  readonly store: BotStore;
  readonly client: Pick<PublicClient, 'report'>;
  readonly clock: Clock;
  readonly log: Logger;
}

const RETRY_MS = 5_000;

/** Tells the server how each delivery to a customer went, in their order, until it knows. */
export class Reports {
  readonly #deps: ReportsDeps;
  #work: Promise<void> = Promise.resolve();
  #isClosed = false;
  #cancel: () => void = () => {};

  constructor(deps: ReportsDeps) {
    this.#deps = deps;
  }

  /** There may be something to tell. */
  wake(): void {
    if (this.#isClosed) return;
    this.#cancel();
    this.#work = this.#work
      .then(() => this.#tell())
      .catch((err: unknown) => this.#deps.log.error({ err }, 'How deliveries went could not be told.'));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancel();
    await this.#work;
  }

  async #tell(): Promise<void> {
    const { store, client, clock } = this.#deps;
    const all = (await store.all('report')).toSorted(([a], [b]) => offsetOf(a) - offsetOf(b));
    for (const [delivery, outcome] of all) {
      if (this.#isClosed) return;
      if (!(await client.report(delivery, outcome as DeliveryOutcome))) {
        this.#cancel = clock.after(RETRY_MS, () => this.wake());
        return;
      }
      await store.write([{ kind: 'report', key: delivery, value: null }]);
    }
  }
}

/** A later one covers what came before, so that the earlier is told first. */
const offsetOf = (delivery: string): number => Number(delivery.slice(delivery.lastIndexOf('~') + 1));
