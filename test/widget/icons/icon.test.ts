import { channels } from '@floorwalk/core';
import { channelIcon, icon, iconNames } from '../../../widget/icons/index.ts';
import { expect, fixture, html } from '@open-wc/testing';

describe('icons', () => {
  it('are all drawn, differ from each other and say nothing themselves', async () => {
    const el = await fixture(html`<div>${iconNames.map((name) => icon(name))}</div>`);
    const drawn = [...el.querySelectorAll('svg')];
    expect(drawn).to.have.length(iconNames.length);
    expect(new Set(drawn.map((it) => it.innerHTML)).size).to.equal(iconNames.length);
    expect(drawn.every((it) => it.getAttribute('aria-hidden') === 'true')).to.equal(true);
  });

  it('tell the channels apart', async () => {
    const el = await fixture(html`<div>${channels.map((channel) => channelIcon(channel))}</div>`);
    expect(new Set([...el.querySelectorAll('svg')].map((it) => it.innerHTML)).size).to.equal(channels.length);
  });
});
