const PLACE = 'floorwalk.notifications';

export type NotifierState = 'off' | 'on' | 'blocked' | 'missing';

/** Desktop notifications, asked for by a button and shown only while the page is not looked at. */
export class Notifier {
  #isWanted = isKept();
  /** Who had them on was permitted to, as long as the browser has not said anything else. */
  #permission: NotificationPermission = this.#isWanted ? 'granted' : 'default';

  get state(): NotifierState {
    if (typeof Notification === 'undefined') return 'missing';
    if (this.#permission === 'denied') return 'blocked';
    return this.#isWanted && this.#permission === 'granted' ? 'on' : 'off';
  }

  /**
   * Learns what the browser permits, now and whenever somebody changes it there, until the signal; `changed` is called
   * where that is something else. Whoever asks a browser for it at once waits for another process.
   */
  async follow(signal: AbortSignal, changed: () => void): Promise<void> {
    if (typeof Notification === 'undefined') return;
    const status = await permissionStatus();
    if (signal.aborted) return;
    const take = (): void => {
      const now = status?.state === 'prompt' ? 'default' : (status?.state ?? Notification.permission);
      if (now === this.#permission) return;
      this.#permission = now;
      changed();
    };
    status?.addEventListener('change', take, { signal });
    take();
  }

  /** Asks the browser where it has not been asked; call it from a click. */
  async toggle(): Promise<void> {
    if (this.state === 'missing' || this.state === 'blocked') return;
    const wasOn = this.state === 'on';
    if (!wasOn) this.#permission = await Notification.requestPermission();
    this.#isWanted = !wasOn && this.#permission === 'granted';
    keep(this.#isWanted);
  }

  /** Shows one where it is on and nobody looks; the same tag replaces the one before. */
  show(tag: string, title: string, body: string, opened: () => void): void {
    if (this.state !== 'on' || document.hasFocus()) return;
    try {
      const shown = new Notification(title, { body, tag: `floorwalk-${tag}` });
      shown.addEventListener('click', () => {
        globalThis.focus();
        shown.close();
        opened();
      });
    } catch {
      // Some browsers have them for service workers only.
    }
  }
}

/** Undefined where a browser does not tell it so. */
async function permissionStatus(): Promise<PermissionStatus | undefined> {
  try {
    return await navigator.permissions.query({ name: 'notifications' });
  } catch {
    return undefined;
  }
}

function isKept(): boolean {
  try {
    return localStorage.getItem(PLACE) === 'on';
  } catch {
    // A page may forbid storage; then they are switched on each time.
    return false;
  }
}

function keep(isOn: boolean): void {
  try {
    if (isOn) localStorage.setItem(PLACE, 'on');
    else localStorage.removeItem(PLACE);
  } catch {
    // As above.
  }
}
