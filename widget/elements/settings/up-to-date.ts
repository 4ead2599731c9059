import type { LiveClient } from '../../client/index.ts';
import type { Whole } from './directory.ts';
import { followSaves } from './follow-saves.ts';
import type { SettingsDesk } from './settings-desk.ts';

interface Host {
  readonly desk: SettingsDesk;
  /** Reads everything; undefined where it could not be read, which the host has said. */
  readonly read: () => Promise<Whole | undefined>;
  readonly redraw: () => void;
}

/** Keeps an open settings screen with what is saved: reads when others save, and never over what is being saved here. */
export class UpToDate {
  readonly #host: Host;
  #isReading = false;
  /** Something was saved that has not been read. */
  #isBehind = false;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Says what others save as it happens, and reads it, until the signal. */
  follow(client: LiveClient, signal: AbortSignal): void {
    const { desk, redraw } = this.#host;
    followSaves(client, signal, {
      heard: (saves) => {
        desk.heard(saves);
        if (desk.whole && desk.news.isAheadOf(desk.whole)) this.again();
        else redraw();
      },
      missed: () => this.again(),
    });
  }

  /** Reads again what has been read once, as soon as nothing else is asked. */
  again(): void {
    this.#isBehind = this.#host.desk.whole !== undefined;
    this.proceed();
  }

  /** What was asked has been answered. */
  proceed(): void {
    if (!this.#isBehind || this.#host.desk.isBusy || this.#isReading) return;
    this.#isBehind = false;
    void this.read();
  }

  async read(): Promise<void> {
    const { desk, redraw } = this.#host;
    const { taken } = desk;
    this.#isReading = true;
    const whole = await this.#host.read();
    this.#isReading = false;
    // What was saved from here meanwhile may not be in it.
    if (desk.isBusy || desk.taken !== taken) this.#isBehind = true;
    else if (whole) desk.took(whole);
    redraw();
    this.proceed();
  }
}
