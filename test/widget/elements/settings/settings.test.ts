import '../../../../widget/elements/settings/define.ts';
import { defaultPolicy } from '@floorwalk/core/directory';
import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import type { FloorwalkSettings } from '../../../../widget/elements/settings/settings.ts';
import { all, announced, button, one, press, words } from '../../support/shown.ts';

describe('the settings', () => {
  const fetched = globalThis.fetch;
  let asked: { path: string; body: string }[] = [];
  let effects: object[] = [];
  let refusal: string | undefined;
  let policy = defaultPolicy;
  beforeEach(() => {
    asked = [];
    effects = [];
    refusal = undefined;
    policy = defaultPolicy;
    globalThis.fetch = async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      if (init?.method !== 'PUT') return Response.json({ policy });
      const body = typeof init.body === 'string' ? init.body : '';
      asked.push({ path: `${url.pathname}${url.search}`, body });
      if (refusal !== undefined) return Response.json({ detail: refusal }, { status: 403 });
      const { switches = {}, ...rest } = JSON.parse(body) as { switches?: object };
      const value = { ...policy, ...rest, switches: { ...policy.switches, ...switches } };
      if (url.search === '') policy = value;
      return Response.json({ value, effects });
    };
  });
  afterEach(() => {
    globalThis.fetch = fetched;
  });
  const shown = async (el: FloorwalkSettings) => {
    await aTimeout(0);
    await aTimeout(0);
    await el.updateComplete;
  };
  const open = async (): Promise<FloorwalkSettings> => {
    const token = async () => 'token';
    const el = await fixture<FloorwalkSettings>(html`<floorwalk-settings .getToken=${token}></floorwalk-settings>`);
    await shown(el);
    return el;
  };
  const monitor = (el: FloorwalkSettings) => one<HTMLInputElement>(el, 'input');

  it('[R3] says what a change will do before it is saved, saves it on a yes, and takes it back', async () => {
    const el = await open();
    expect(monitor(el).checked).to.equal(true);
    effects = [{ effect: 'watchersEnd', count: 3 }];
    monitor(el).click();
    await shown(el);
    expect(asked.map(({ path }) => path)).to.deep.equal(['/v1/directory/policy?dryRun=1']);
    expect(monitor(el).checked).to.equal(true);
    expect(words(one(el, '.confirm'))).to.contain('3 people who monitor stop within 5 seconds.');
    await expect(el).to.be.accessible();
    button(el, 'Save').click();
    await shown(el);
    expect(asked.at(-1)).to.deep.equal({ path: '/v1/directory/policy', body: '{"switches":{"monitor":false}}' });
    expect(monitor(el).checked).to.equal(false);
    expect(announced()).to.contain('Saved: Supervisors may monitor.');
    effects = [];
    button(el, 'Undo').click();
    await shown(el);
    expect(words(one(el, '.confirm'))).to.contain('Nobody has to stop what they are doing.');
    button(el, 'Save').click();
    await shown(el);
    expect(monitor(el).checked).to.equal(true);
  });

  it('saves nothing that is cancelled by key, and says the server’s reason where it may not', async () => {
    const el = await open();
    monitor(el).click();
    await shown(el);
    press(one(el, '.confirm .primary'), 'Escape');
    await shown(el);
    expect(all(el, '.confirm')).to.have.length(0);
    expect(asked).to.have.length(1);
    refusal = 'Your role does not allow this.';
    monitor(el).click();
    await shown(el);
    expect(words(one(el, '[role="alert"]'))).to.equal('Your role does not allow this.');
  });

  it('[R5] says what it is not for', async () => {
    expect(words(one(await open(), '.use'))).to.contain('not for employment decisions');
  });
});
