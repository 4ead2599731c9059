import '../../../../widget/elements/floor/define.ts';
import type { LiveClient } from '../../../../widget/client/index.ts';
import type { FloorwalkFloor } from '../../../../widget/elements/floor/floor.ts';
import type { FloorwalkPalette } from '../../../../widget/elements/floor/palette.ts';
import { floorOf, row } from '../../support/floor-facts.ts';
import { mount, type Mounted } from '../../support/mount.ts';
import { scriptedClient, ScriptedServer } from '../../support/scripted-server.ts';
import { all, one, words } from '../../support/shown.ts';
import { expect, waitUntil } from '@open-wc/testing';

describe('a compact floor', () => {
  let server: ScriptedServer;
  let client: LiveClient;
  let panel: Mounted<FloorwalkFloor>;
  const heights = (): number[] => all(panel.el, '[data-id]').map((one) => one.getBoundingClientRect().height);
  /** Words and pictures that do not lie within their row. */
  const cut = (): string[] =>
    all(panel.el, '[data-id]').flatMap((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return [...one.querySelectorAll('.two > *, .wait > *, .mood > .picture')]
        .map((part) => ({ part, box: part.getBoundingClientRect() }))
        .filter(({ box }) => box.height > 0 && (box.top < top || box.bottom > bottom))
        .map(({ part }) => part.textContent.trim() || part.className);
    });

  beforeEach(async () => {
    localStorage.clear();
    server = new ScriptedServer();
    client = await scriptedClient(server);
    panel = await mount<FloorwalkFloor>('floorwalk-floor', client, {}, { width: 900 });
    panel.el.style.blockSize = '600px';
    server.publish('floor', floorOf([row('c1'), row('c2')], { total: 2 }));
    await panel.shown();
  });
  afterEach(() => client.close());

  it('[F1] has rows of one line of 30 px with nothing above or below it', () => {
    expect(heights()).to.deep.equal([44, 44]);
    expect(cut()).to.deep.equal([]);
    panel.el.setAttribute('data-floorwalk-density', 'compact');
    expect(heights()).to.deep.equal([30, 30]);
    expect(cut()).to.deep.equal([]);
  });

  it('[F1] counts its rows anew when a page makes them lower', async () => {
    const length = (): number => one(panel.el, '.scroller').scrollHeight;
    panel.el.removeAttribute('data-floorwalk-density');
    server.publish('floor', floorOf([row('c1'), row('c2')], { total: 400 }));
    await panel.shown();
    await waitUntil(() => length() > 400 * 43, 'two lines each');
    panel.el.setAttribute('data-floorwalk-density', 'compact');
    await waitUntil(() => length() < 400 * 31, 'one line each');
  });

  it('is chosen in the palette and kept for next time', async () => {
    panel.el.removeAttribute('data-floorwalk-density');
    const choose = async (name: string): Promise<void> => {
      panel.el.showPalette();
      const palette = one(panel.el, 'floorwalk-palette') as FloorwalkPalette;
      await palette.updateComplete;
      all(palette, '[role="option"]')
        .find((option) => words(option) === name)
        ?.click();
      await palette.updateComplete;
    };
    await choose('Rows of one line');
    expect(heights()[0]).to.equal(30);
    const next = await mount<FloorwalkFloor>('floorwalk-floor', client, {}, { width: 900 });
    expect(next.el.getAttribute('data-floorwalk-density')).to.equal('compact');
    await choose('Rows of two lines');
    expect(heights()[0]).to.equal(44);
    localStorage.clear();
  });
});
