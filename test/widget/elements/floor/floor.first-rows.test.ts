import '../../../../widget/elements/floor/define.ts';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { floorMessage, floorRow } from '../../support/floor-rows.ts';
import { playedClient, type PlayedClient } from '../../support/played-client.ts';
import { settled, welcome } from '../../support/played-socket.ts';

describe('the first rows of the floor', () => {
  let server: PlayedClient;
  beforeEach(() => localStorage.clear());
  afterEach(() => server.client.close());

  /** A floor that is on the page and not yet connected, and how many rows each of its drawings from now on has. */
  const waiting = async () => {
    server = await playedClient(false);
    const box = await fixture(html`<div style="inline-size: 900px; block-size: 480px; display: grid"></div>`);
    const floor = document.createElement('floorwalk-floor');
    floor.client = server.client;
    box.append(floor);
    await floor.updateComplete;
    // What its size makes of it is drawn as well.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await floor.updateComplete;
    const drawn: (number | undefined)[] = [];
    floor.addController({ hostUpdated: () => drawn.push(floor.shadowRoot?.querySelectorAll('[data-id]').length) });
    return { floor, drawn };
  };

  it('are drawn together with the welcome that comes right before them', async () => {
    const { floor, drawn } = await waiting();
    server.socket.say(welcome());
    await settled();
    server.socket.say(floorMessage(server.subscription('floor'), [floorRow('a'), floorRow('b')]));
    await floor.updateComplete;
    expect(drawn).to.deep.equal([2]);
  });

  it('come to an empty place: what would flash up before them is not shown, unless they are late', async () => {
    server = await playedClient(false);
    const floor = document.createElement('floorwalk-floor');
    floor.client = server.client;
    (await fixture(html`<div style="block-size: 480px; display: grid"></div>`)).append(floor);
    await floor.updateComplete;
    const height = () => floor.shadowRoot?.querySelector<HTMLElement>('.panel')?.offsetHeight ?? 0;
    expect(height()).to.equal(0);
    server.socket.say(welcome());
    server.socket.say(floorMessage(server.subscription('floor'), [floorRow('a')]));
    await floor.updateComplete;
    expect(height()).to.be.above(100);
    server.client.close();
    const { floor: late } = await waiting();
    await waitUntil(() => (late.shadowRoot?.querySelector<HTMLElement>('.bones')?.offsetHeight ?? 0) > 0);
  });

  it('keep nobody waiting who is welcome where they do not come', async () => {
    const { floor, drawn } = await waiting();
    server.socket.say(welcome());
    await floor.updateComplete;
    expect(drawn).to.deep.equal([0]);
    server.socket.say(floorMessage(server.subscription('floor'), [floorRow('a')]));
    await floor.updateComplete;
    expect(drawn.at(-1)).to.equal(1);
  });
});
