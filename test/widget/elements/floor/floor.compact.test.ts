import '../../../../widget/elements/floor/define.ts';
import type { LiveClient } from '../../../../widget/client/index.ts';
import type { FloorwalkFloor } from '../../../../widget/elements/floor/floor.ts';
import { floorOf, row } from '../../support/floor-facts.ts';
import { mount, type Mounted } from '../../support/mount.ts';
import { scriptedClient, ScriptedServer } from '../../support/scripted-server.ts';
import { all } from '../../support/shown.ts';
import { expect } from '@open-wc/testing';

describe('a compact floor', () => {
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

  before(async () => {
    localStorage.clear();
    const server = new ScriptedServer();
    client = await scriptedClient(server);
    panel = await mount<FloorwalkFloor>('floorwalk-floor', client, {}, { width: 900 });
    panel.el.style.blockSize = '600px';
    server.publish('floor', floorOf([row('c1'), row('c2')], { total: 2 }));
    await panel.shown();
  });
  after(() => client.close());

  it('[F1] has rows of one line of 30 px with nothing above or below it', () => {
    expect(heights()).to.deep.equal([44, 44]);
    expect(cut()).to.deep.equal([]);
    panel.el.setAttribute('data-floorwalk-density', 'compact');
    expect(heights()).to.deep.equal([30, 30]);
    expect(cut()).to.deep.equal([]);
  });
});
