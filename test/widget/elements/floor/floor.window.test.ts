import '../../../../widget/elements/floor/define.ts';
import type { LiveClient } from '../../../../widget/client/index.ts';
import type { FloorwalkFloor } from '../../../../widget/elements/floor/floor.ts';
import type { FloorwalkPalette } from '../../../../widget/elements/floor/palette.ts';
import { floorOf, minute, noon, row } from '../../support/floor-facts.ts';
import { mount, type Mounted } from '../../support/mount.ts';
import { scriptedClient, ScriptedServer } from '../../support/scripted-server.ts';
import { all, one, press, words } from '../../support/shown.ts';
import { expect, nextFrame, waitUntil } from '@open-wc/testing';

const many = (first: number, length: number) => Array.from({ length }, (_, index) => row(`c${first + index}`));

describe('the window of a long floor', () => {
  let server: ScriptedServer;
  let client: LiveClient;
  let panel: Mounted<FloorwalkFloor>;
  const open = async (width = 900): Promise<void> => {
    localStorage.clear();
    server = new ScriptedServer();
    client = await scriptedClient(server);
    panel = await mount<FloorwalkFloor>('floorwalk-floor', client, {}, { width });
    panel.el.style.blockSize = '600px';
  };
  const publish = async (message: object): Promise<void> => {
    server.publish('floor', message);
    await panel.shown();
  };
  const queries = () =>
    server.sent('subscribe').flatMap(({ topic }) => (topic.kind === 'floor' ? [topic.query ?? {}] : []));
  afterEach(() => client.close());

  it('[F1] asks for the rows around what is scrolled to, and keeps the place of all', async () => {
    await open();
    await publish(floorOf(many(0, 80), { total: 500 }));
    const scroller = one(panel.el, '.scroller');
    const height = scroller.scrollHeight;
    expect(height).to.be.above(500 * 30);
    expect(words(one(panel.el, '.foot'))).to.contain('1 to 80 of 500');
    scroller.scrollTop = height / 2;
    scroller.dispatchEvent(new Event('scroll'));
    await nextFrame();
    const { offset = 0 } = queries().at(-1) ?? {};
    expect(offset).to.be.within(200, 260);
    await publish(floorOf(many(offset, 80), { first: offset, total: 500 }));
    expect(all(panel.el, '[data-id]')[0]?.dataset['id']).to.equal(`c${offset}`);
    expect(all(panel.el, '[data-id]')[0]?.getAttribute('aria-rowindex')).to.equal(String(offset + 2));
    expect(one(panel.el, '[role="grid"]').getAttribute('aria-rowcount')).to.equal('501');
    expect(Math.abs(scroller.scrollHeight - height)).to.be.below(5);
  });

  it('[F1] learns how high its rows are by drawing them, also where a page changes that later', async () => {
    await open();
    const rest = async (height: number): Promise<void> => {
      panel.el.style.setProperty('--floorwalk-row', `${height}px`);
      await waitUntil(() => Math.abs(one(panel.el, '.scroller').scrollHeight - 28 - 500 * height) < 5);
    };
    panel.el.style.setProperty('--floorwalk-row', '30px');
    await publish(floorOf(many(0, 80), { total: 500 }));
    await rest(30);
    await rest(50);
  });

  it('[F1] does not ask again while what is seen is there', async () => {
    await open();
    await publish(floorOf(many(0, 80), { total: 500 }));
    const before = queries().length;
    one(panel.el, '.scroller').scrollTop = 400;
    one(panel.el, '.scroller').dispatchEvent(new Event('scroll'));
    await nextFrame();
    expect(queries()).to.have.length(before);
  });

  it('[F4] draws what is seen and a little more; the row with the focus keeps it, however far the list is scrolled', async () => {
    await open();
    await publish(floorOf(many(0, 80), { total: 80 }));
    const scroller = one(panel.el, '.scroller');
    const height = scroller.scrollHeight;
    const seen = Math.ceil((scroller.clientHeight - one(panel.el, '.heads').offsetHeight) / 44);
    expect(all(panel.el, '[data-id]').length, 'at first').to.be.within(seen, seen + 3);
    await waitUntil(() => all(panel.el, '[data-id]').length > seen + 3);
    expect(all(panel.el, '[data-id]').length, 'a moment later').to.be.within(14, 40);
    expect(scroller.scrollHeight).to.equal(height);
    one(panel.el, '[data-id="c2"]').click();
    one(panel.el, '[data-id="c2"]').focus();
    scroller.scrollTop = 50 * 44;
    scroller.dispatchEvent(new Event('scroll'));
    await panel.shown();
    expect(all(panel.el, '[data-id="c55"]')).to.have.length(1);
    expect(all(panel.el, '[data-id="c20"]')).to.have.length(0);
    expect(panel.el.shadowRoot?.activeElement?.getAttribute('data-id')).to.equal('c2');
    const drawn = one(panel.el, '[data-id="c55"]');
    expect(drawn.getAttribute('aria-rowindex')).to.equal('57');
    expect(drawn.offsetTop - one(panel.el, '.heads').offsetHeight).to.equal(55 * drawn.offsetHeight);
    expect(scroller.scrollHeight).to.equal(height);
    press(one(panel.el, '[data-id="c2"]'), 'ArrowDown');
    await panel.shown();
    expect(panel.el.shadowRoot?.activeElement?.getAttribute('data-id')).to.equal('c3');
  });

  it('[F2] takes what is still under way of the view before for nothing, also while the order is held', async () => {
    await open();
    await publish(floorOf(many(0, 3)));
    one(panel.el, '[data-id]').focus();
    const before = server.sent('subscribe').findLast(({ topic }) => topic.kind === 'floor')?.id;
    press(one(panel.el, '[data-id]'), '3');
    server.socket.push({ id: before, ...floorOf(many(0, 4)) });
    await publish(floorOf([row('open', { state: 'open', phase: null })]));
    expect(all(panel.el, '[data-id]').map(({ dataset }) => dataset['id'])).to.deep.equal(['open']);
    expect(all(panel.el, '.gone')).to.have.length(0);
  });

  it('[F4] the foot counts the rows of the list, not those that are still shown though they have left it', async () => {
    await open();
    await publish(floorOf(many(0, 12)));
    await waitUntil(() => all(panel.el, '[data-id]').length === 12);
    one(panel.el, '[data-id]').focus();
    await publish(floorOf(many(0, 11), { rows: [] }));
    expect(all(panel.el, '[data-id]')).to.have.length(12);
    expect(words(one(panel.el, '.foot'))).to.contain('1 to 11 of 11');
    await publish(floorOf(many(0, 11), { rows: [], total: 300 }));
    expect(words(one(panel.el, '.foot'))).to.contain('1 to 11 of 300');
  });

  it('[F1] goes back to where rows are when the list became shorter than what was scrolled to', async () => {
    await open();
    await publish(floorOf(many(0, 80), { total: 500 }));
    one(panel.el, '.scroller').scrollTop = 300 * 44;
    one(panel.el, '.scroller').dispatchEvent(new Event('scroll'));
    const { offset = 0 } = queries().at(-1) ?? {};
    await publish(floorOf([], { first: offset, total: 90 }));
    expect(queries().at(-1)?.offset).to.equal(10);
    expect(words(one(panel.el, '.foot'))).not.to.contain('of 90');
  });

  it('[F5] the palette opens by its key with the commands of the selected row and the floor', async () => {
    await open();
    await publish(floorOf([row('a', { customer: 'Marta Olsen' }), row('b', { state: 'open', phase: null })]));
    one(panel.el, '[data-id]').click();
    await panel.shown();
    const key = new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true, composed: true });
    one(panel.el, '[data-id]').dispatchEvent(key);
    await panel.shown();
    const palette = one<FloorwalkPalette>(panel.el, 'floorwalk-palette');
    expect(words(palette)).to.contain('With Marta Olsen').and.to.contain('Assign not open, but active');
    const next = all(palette, '[role="option"]').find((it) => words(it).startsWith('Next open'));
    next?.click();
    await panel.shown();
    expect(panel.el.selected).to.equal('b');
    expect(panel.el.shadowRoot?.activeElement).to.equal(all(panel.el, '[data-id]')[1]);
    await expect(panel.el).to.be.accessible();
  });

  it('[F2] the digits show the views and the slash goes to the search', async () => {
    await open();
    await publish(floorOf(many(0, 3)));
    const first = one(panel.el, '[data-id]');
    press(first, '3');
    expect(queries().at(-1)?.view).to.equal('open');
    press(first, '6');
    expect(queries().at(-1)?.view).to.equal('wrap-up');
    press(first, '/');
    expect(panel.el.shadowRoot?.activeElement).to.equal(one(panel.el, '.search'));
  });

  for (const width of [320, 700, 1_300])
    it(`is legible to everybody and fits at ${width} px`, async () => {
      await open(width);
      await publish(
        floorOf([
          row('late', {
            waitSince: noon - 9 * minute,
            waitTarget: 2 * minute,
            reasons: [{ kind: 'transfers', params: { transfers: 2 } }],
          }),
          row('open', { state: 'open', phase: null, agent: null, autoCloseAt: noon + minute }),
          row('long', { customer: 'x'.repeat(200), subject: 'y'.repeat(200) }),
        ]),
      );
      one(panel.el, '[data-id]').click();
      await panel.shown();
      expect(one(panel.el, '.panel').scrollWidth).to.be.at.most(width);
      expect(document.documentElement.scrollWidth).to.be.at.most(Math.max(innerWidth, width + 16));
      await expect(panel.el).to.be.accessible();
    });
});
