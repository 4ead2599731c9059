import '../../../../widget/elements/floor/define.ts';
import type { FloorwalkFloor } from '../../../../widget/elements/floor/floor.ts';
import { floorMessage, floorRow } from '../../support/floor-rows.ts';
import { playedClient } from '../../support/played-client.ts';
import type { PlayedClient } from '../../support/played-client.ts';
import type { FloorRow } from '@floorwalk/core/protocol';
import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';

const three = [floorRow('a'), floorRow('b'), floorRow('c')];

describe('the floor', () => {
  let server: PlayedClient;
  beforeEach(() => localStorage.clear());
  afterEach(() => server.client.close());

  const show = async (width = 900, isLive = true): Promise<FloorwalkFloor> => {
    server = await playedClient(isLive);
    const box = await fixture(html`<div style="inline-size: ${width}px; block-size: 480px; display: grid"></div>`);
    const floor = document.createElement('floorwalk-floor');
    floor.client = server.client;
    box.append(floor);
    await floor.updateComplete;
    return floor;
  };
  const push = async (floor: FloorwalkFloor, rows: readonly FloorRow[], more: object = {}): Promise<void> => {
    server.socket.say(floorMessage(server.subscription('floor'), rows, more));
    await floor.updateComplete;
  };
  const all = (floor: FloorwalkFloor, selector: string): HTMLElement[] => [
    ...(floor.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
  ];
  const one = (floor: FloorwalkFloor, selector: string): HTMLElement => {
    const [found] = all(floor, selector);
    if (!found) throw new TypeError(`no ${selector}`);
    return found;
  };
  const order = (floor: FloorwalkFloor): (string | undefined)[] =>
    all(floor, '[data-id]').map(({ dataset }) => dataset['id']);
  const words = (floor: FloorwalkFloor): string => (floor.shadowRoot?.textContent ?? '').replaceAll(/\s+/gu, ' ');
  const row = (floor: FloorwalkFloor, id: string): HTMLElement => one(floor, `[data-id="${id}"]`);
  const press = async (floor: FloorwalkFloor, key: string, on?: HTMLElement): Promise<void> => {
    const target = on ?? (floor.shadowRoot?.activeElement as HTMLElement | null);
    target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
    await floor.updateComplete;
  };
  const command = (floor: FloorwalkFloor, name: string): HTMLElement => {
    const found = all(floor, '.command').find(({ textContent }) => textContent?.trim().startsWith(name));
    if (!found) throw new TypeError(`no command ${name}`);
    return found;
  };

  it('[F1] shows who, about what, where, with whom, since when, how long, how they feel and why it needs attention', async () => {
    const floor = await show(1_300);
    await push(floor, [
      floorRow('a', {
        customer: 'Marta Olsen',
        transfers: 2,
        reasons: [{ kind: 'waiting', params: { since: Date.now() - 245_000, target: 120_000 } }],
      }),
    ]);
    const said = row(floor, 'a').textContent ?? '';
    for (const part of [
      'Marta Olsen',
      'Charged twice',
      'Billing',
      'Live chat',
      'Priya Raman',
      'Active',
      '4:0',
      'Negative',
      'I need this money back.',
    ])
      expect(said).to.include(part);
    expect(row(floor, 'a').querySelector('.c-moves')?.textContent).to.equal('2');
    await expect(floor).to.be.accessible();
  });

  it('[F2] asks for views with their counts, filters and order, from the start of the list', async () => {
    const floor = await show();
    await push(floor, three);
    expect(one(floor, '#view-attention').textContent).to.match(/Needs attention\s+2/u);
    one(floor, '#view-open').click();
    expect(server.socket.last('subscribe')['topic']).to.deep.include({ kind: 'floor' });
    const asked = () => (server.socket.last('subscribe')['topic'] as { query: object }).query;
    expect(asked()).to.include({ view: 'open', offset: 0 });
    one(floor, '[popovertarget="filter-queues"]').click();
    await waitUntil(() => all(floor, '.values input').length > 1);
    for (const place of [0, 1]) {
      all(floor, '.values input')[place]?.click();
      await floor.updateComplete;
    }
    expect(asked()).to.deep.include({ view: 'open', queues: ['billing', 'delivery'] });
    one(floor, '#filter-queues').hidePopover();
    all(floor, '.heads button')
      .find(({ textContent }) => textContent?.includes('Wait'))
      ?.click();
    expect(asked()).to.include({ sort: 'wait', descending: true });
  });

  it('[F2] keeps the choice for next time, without the text that was searched for', async () => {
    const floor = await show();
    await push(floor, three);
    floor.ask({ view: 'waiting', channels: ['sms'], text: 'Marta' });
    floor.remove();
    server.client.close();
    await show();
    const { query } = server.socket.last('subscribe')['topic'] as { query: object };
    expect(query).to.deep.include({ view: 'waiting', channels: ['sms'], text: '' });
  });

  it('[F4] moves no row while the keyboard is in the list, also from row to row, and says how many would', async () => {
    const floor = await show();
    await push(floor, three);
    row(floor, 'a').focus();
    await press(floor, 'ArrowDown');
    await push(floor, [...three].reverse());
    expect(order(floor)).to.deep.equal(['a', 'b', 'c']);
    await press(floor, 'ArrowDown');
    expect(order(floor)).to.deep.equal(['a', 'b', 'c']);
    expect(words(floor)).to.include('Order held while you are in the list. 2 rows have a new place.');
    expect(document.querySelector('[data-floorwalk-announcer]')?.textContent).to.include('2 rows have a new place');
    await push(floor, [floorRow('c'), floorRow('b')], { rows: [] });
    expect(row(floor, 'a').classList.contains('gone')).to.equal(true);
    expect(row(floor, 'a').textContent).to.include('left this list');
    await expect(floor).to.be.accessible();
  });

  it('[F4] shows the new order when asked, and the row keeps the focus', async () => {
    const floor = await show();
    await push(floor, three);
    row(floor, 'a').focus();
    await push(floor, [...three].reverse());
    await press(floor, 'u');
    expect(order(floor)).to.deep.equal(['c', 'b', 'a']);
    expect(floor.shadowRoot?.activeElement).to.equal(row(floor, 'a'));
  });

  it('[F4] lets the rows go when the focus leaves', async () => {
    const floor = await show();
    await push(floor, three);
    row(floor, 'a').focus();
    await push(floor, [...three].reverse());
    one(floor, '.search').focus();
    await floor.updateComplete;
    expect(order(floor)).to.deep.equal(['c', 'b', 'a']);
  });

  it('[F5] names every command, and why it is off', async () => {
    const floor = await show();
    await push(floor, [floorRow('a', { channel: 'voice', may: { ...three[0]?.may, transfer: 'channel' } })]);
    expect(command(floor, 'Monitor').textContent).to.include('select a row');
    row(floor, 'a').click();
    await floor.updateComplete;
    expect(command(floor, 'Monitor').getAttribute('aria-disabled')).to.equal('false');
    expect(command(floor, 'Assign').textContent).to.include('not open, but active');
    expect(command(floor, 'Transfer').textContent).to.include('not on this channel');
    let asked = false;
    floor.addEventListener('floorwalk-command-requested', () => (asked = true));
    command(floor, 'Assign').click();
    await press(floor, 't', row(floor, 'a'));
    expect(asked).to.equal(false);
  });

  it('[F5] a key asks for the command of the row that has the focus', async () => {
    const floor = await show();
    await push(floor, three);
    row(floor, 'b').focus();
    const asked = oneEvent(floor, 'floorwalk-command-requested');
    await press(floor, 'm');
    expect(await asked).to.include({ command: 'monitor', conversation: 'b', customer: 'Customer b' });
    expect(floor.selected).to.equal('b');
  });

  it('sorts by its heads from the keyboard and monitors nothing by that', async () => {
    const floor = await show();
    await push(floor, three);
    let asked = false;
    floor.addEventListener('floorwalk-command-requested', () => (asked = true));
    const head = all(floor, '.heads button')[1];
    head?.focus();
    await press(floor, 'Enter');
    expect(asked).to.equal(false);
  });

  it('is walked by arrows, and one row is in the tab order', async () => {
    const floor = await show();
    await push(floor, three);
    expect(all(floor, '[data-id][tabindex="0"]')).to.have.length(1);
    row(floor, 'a').focus();
    await press(floor, 'End');
    expect(floor.selected).to.equal('c');
    expect(floor.shadowRoot?.activeElement).to.equal(row(floor, 'c'));
    await press(floor, 'ArrowUp');
    expect(floor.selected).to.equal('b');
    await press(floor, '3', row(floor, 'b'));
    expect((server.socket.last('subscribe')['topic'] as { query: object }).query).to.include({ view: 'open' });
    one(floor, '#view-open').focus();
    await press(floor, 'ArrowRight');
    await floor.updateComplete;
    expect(floor.shadowRoot?.activeElement?.id).to.equal('view-active');
  });

  it('withdraws an offer and says what stood against it', async () => {
    const floor = await show();
    const pending = {
      agent: { id: 'kofi', name: 'Kofi Mensah' },
      at: Date.now() - 60_000,
      until: Date.now() + 60_000,
      transfer: false,
      by: null,
    };
    await push(floor, [
      floorRow('a', { agent: null, phase: 'offered', pending, may: { ...three[0]?.may, withdraw: null } }),
    ]);
    row(floor, 'a').click();
    await floor.updateComplete;
    command(floor, 'Withdraw offer').click();
    expect(server.command).to.deep.equal({ type: 'withdraw', conversation: 'a' });
    server.refuse('noOfferPending', {
      winner: { person: 'Kofi Mensah', at: Date.now() - 2_000, did: 'ConversationEngaged' },
    });
    await new Promise((done) => setTimeout(done));
    await floor.updateComplete;
    expect(one(floor, '[role="alert"]').textContent).to.match(/Kofi Mensah .+ 2 s ago/u);
    await expect(floor).to.be.accessible();
  });

  it('says that it is loading, that nothing is there, and that a filter leaves nothing', async () => {
    const floor = await show(900, false);
    await waitUntil(() => words(floor).includes('Getting the floor'));
    await expect(floor).to.be.accessible();
    server.client.close();
    const empty = await show();
    await push(empty, [], { counts: { all: 0 } });
    expect(words(empty)).to.include('No conversation in this view');
    await expect(empty).to.be.accessible();
    empty.ask({ text: 'zebra' });
    await push(empty, [], { counts: { all: 47 } });
    expect(words(empty)).to.include('No conversation matches');
    expect(words(empty)).to.include('47 are on the floor.');
    await expect(empty).to.be.accessible();
    all(empty, '.empty button')[0]?.click();
    expect((server.socket.last('subscribe')['topic'] as { query: object }).query).to.include({ text: '' });
  });

  it('keeps its rows when the connection is lost, says since when, and takes no commands', async () => {
    const floor = await show();
    await push(floor, three);
    row(floor, 'a').click();
    server.socket.drop();
    await floor.updateComplete;
    expect(words(floor)).to.match(
      /No connection since \d\d:\d\d:\d\d\. What you see is from then\. Trying again in \d+ s\./u,
    );
    expect(words(floor)).not.to.include('Live 1');
    expect(order(floor)).to.deep.equal(['a', 'b', 'c']);
    expect(command(floor, 'Monitor').getAttribute('aria-disabled')).to.equal('true');
    await expect(floor).to.be.accessible();
  });

  it('says that it was refused and lets one try again', async () => {
    const floor = await show();
    server.socket.drop(4502, 'The token is not accepted.');
    await floor.updateComplete;
    expect(words(floor)).to.include('Your sign-in has expired. Sign in again. The token is not accepted.');
    // What the server says itself is English whatever the page speaks.
    expect(floor.shadowRoot?.querySelector('[lang="en"][dir="ltr"]')?.textContent).to.equal(
      'The token is not accepted.',
    );
    expect(words(floor)).to.include('Try again');
    await expect(floor).to.be.accessible();
  });

  it('shows hostile names as the text that they are', async () => {
    const floor = await show();
    const hostile = '<img src=x onerror="globalThis.broken = true">\u202Etxt';
    await push(floor, [
      floorRow('a', {
        customer: hostile,
        subject: hostile,
        queue: { id: 'q', name: hostile },
        lastPublic: { from: hostile, text: hostile, at: Date.now() },
      }),
    ]);
    expect(row(floor, 'a').querySelector('img')).to.equal(null);
    expect(row(floor, 'a').textContent).to.include('onerror');
    expect('broken' in globalThis).to.equal(false);
    // What is written from right to left must not turn what stands beside it.
    expect(row(floor, 'a').querySelector('.c-who .strong')?.getAttribute('dir')).to.equal('auto');
  });

  for (const width of [320, 700, 880, 1_300]) {
    it(`overflows nowhere at ${width} px, and every row has the same height`, async () => {
      const floor = await show(width);
      const long = 'Wolfeschlegelsteinhausenbergerdorff '.repeat(4);
      await push(floor, [floorRow('a', { customer: long, subject: long, state: 'open', agent: null }), floorRow('b')]);
      expect(floor.scrollWidth).to.be.at.most(width);
      expect(one(floor, '.scroller').scrollWidth).to.be.at.most(width);
      expect(row(floor, 'a').offsetHeight).to.equal(row(floor, 'b').offsetHeight);
      await expect(floor).to.be.accessible();
    });
  }
});
