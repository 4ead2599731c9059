const PLACE = 'floorwalk.notifications';
const ASK_AGAIN_MS = 1_000;

export type NotifierState = 'off' | 'on' | 'blocked' | 'missing';

/** Desktop notifications, asked for by a button and shown only while the page is not looked at. */
export class Notifier {
  #isWanted = isKept();
  #permission: NotificationPermission = 'default';
  #askedAt = -Infinity;

  get state(): NotifierState {
    if (typeof Notification === 'undefined') return 'missing';
    const permission = this.#ask();
    if (permission === 'denied') return 'blocked';
    return this.#isWanted && permission === 'granted' ? 'on' : 'off';
  }

  /** Browsers ask another process and wait for its answer: not more often than people change it. */
  #ask(): NotificationPermission {
    const now = performance.now();
    if (now - this.#askedAt < ASK_AGAIN_MS) return this.#permission;
    this.#askedAt = now;
    return (this.#permission = Notification.permission);
  }

  /** Asks the browser where it has not been asked; call it from a click. */
  async toggle(): Promise<void> {
    if (this.state === 'missing' || this.state === 'blocked') return;
    const isOn = this.state !== 'on' && (await Notification.requestPermission()) === 'granted';
    this.#askedAt = -Infinity;
    this.#isWanted = isOn;
    keep(isOn);
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
