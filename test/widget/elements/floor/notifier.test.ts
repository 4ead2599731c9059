import { Notifier } from '../../../../widget/elements/floor/notifier.ts';
import { expect } from '@open-wc/testing';

/** The browser's notifications in the hands of a test. */
class Shown extends EventTarget {
  static permission: NotificationPermission = 'default';
  static answer: NotificationPermission = 'granted';
  static all: Shown[] = [];
  static requestPermission(): Promise<NotificationPermission> {
    Shown.permission = Shown.answer;
    return Promise.resolve(Shown.answer);
  }
  readonly title: string;
  readonly options: NotificationOptions;
  isClosed = false;
  constructor(title: string, options: NotificationOptions) {
    super();
    this.title = title;
    this.options = options;
    Shown.all.push(this);
  }
  close(): void {
    this.isClosed = true;
  }
}

/** What the browser says of its permission, and whom it tells when that changes. */
class Status extends EventTarget {
  state: PermissionState = 'prompt';
  become(state: PermissionState): void {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}

describe('desktop notifications', () => {
  const realQuery = navigator.permissions.query;
  const real = globalThis.Notification;
  const realFocus = document.hasFocus;
  let isLookedAt: boolean;
  beforeEach(() => {
    localStorage.removeItem('floorwalk.notifications');
    Object.assign(Shown, { permission: 'default', answer: 'granted', all: [] });
    globalThis.Notification = Shown as unknown as typeof Notification;
    isLookedAt = false;
    document.hasFocus = () => isLookedAt;
  });
  afterEach(() => {
    globalThis.Notification = real;
    document.hasFocus = realFocus;
    navigator.permissions.query = realQuery;
    localStorage.removeItem('floorwalk.notifications');
  });
  const show = (notifier: Notifier, opened = (): void => {}): void =>
    notifier.show('c1', 'Marta Olsen needs attention', 'Waiting 4 min, target 2', opened);

  it('[F3] are asked for by a button only, remembered, and one takes the place of the one before about the same', async () => {
    const notifier = new Notifier();
    show(notifier);
    expect(Shown.permission).to.equal('default');
    expect(Shown.all).to.have.length(0);
    await notifier.toggle();
    expect(notifier.state).to.equal('on');
    expect(new Notifier().state).to.equal('on');
    show(notifier);
    expect(Shown.all[0]?.title).to.equal('Marta Olsen needs attention');
    expect(Shown.all[0]?.options).to.deep.equal({ body: 'Waiting 4 min, target 2', tag: 'floorwalk-c1' });
    await notifier.toggle();
    show(notifier);
    expect(Shown.all).to.have.length(1);
    expect(new Notifier().state).to.equal('off');
  });

  it('are not shown to who looks at the page, and open what they are about', async () => {
    const notifier = new Notifier();
    await notifier.toggle();
    isLookedAt = true;
    show(notifier);
    expect(Shown.all).to.have.length(0);
    isLookedAt = false;
    let isOpened = false;
    show(notifier, () => (isOpened = true));
    Shown.all[0]?.dispatchEvent(new Event('click'));
    expect(isOpened).to.equal(true);
    expect(Shown.all[0]?.isClosed).to.equal(true);
  });

  it('say that the browser blocks them', async () => {
    Shown.answer = 'denied';
    const notifier = new Notifier();
    await notifier.toggle();
    expect(notifier.state).to.equal('blocked');
    await notifier.toggle();
    show(notifier);
    expect(Shown.all).to.have.length(0);
  });

  it('follow what is changed in the browser while the page is open, and no longer', async () => {
    const status = new Status();
    navigator.permissions.query = async () => status as unknown as PermissionStatus;
    const notifier = new Notifier();
    await notifier.toggle();
    const [page, states] = [new AbortController(), [] as string[]];
    status.state = 'granted';
    await notifier.follow(page.signal, () => states.push(notifier.state));
    status.become('denied');
    status.become('prompt');
    status.become('granted');
    page.abort();
    status.become('denied');
    expect(states).to.deep.equal(['blocked', 'off', 'on']);
  });

  it('ask the browser at once where it does not tell its permissions', async () => {
    navigator.permissions.query = () => Promise.reject(new TypeError('no such permission'));
    Shown.permission = 'denied';
    const notifier = new Notifier();
    await notifier.follow(new AbortController().signal, () => {});
    expect(notifier.state).to.equal('blocked');
  });
});
