import '../../../../widget/elements/supervisor/define.ts';
import { expect } from '@open-wc/testing';
import type { FloorwalkSupervisor } from '../../../../widget/elements/supervisor/supervisor.ts';
import { loadStaffLanguage, staffLanguages } from '../../../../widget/strings/load.ts';
import { englishLeft } from '../../support/english-left.ts';
import { floorOf, row } from '../../support/floor-facts.ts';
import { mount } from '../../support/mount.ts';
import { scriptedClient, ScriptedServer } from '../../support/scripted-server.ts';

describe('the floor in other languages', () => {
  afterEach(() => (document.documentElement.lang = 'en'));

  for (const name of Object.keys(staffLanguages)) {
    it(`says nothing in English in ${name}`, async () => {
      document.documentElement.lang = name;
      await loadStaffLanguage(name);
      const server = new ScriptedServer();
      const client = await scriptedClient(server, () => undefined);
      const panel = await mount<FloorwalkSupervisor>('floorwalk-supervisor', client, {}, { width: 1_200, height: 800 });
      server.publish('floor', floorOf([row('c1')]));
      await panel.shown();
      const box = panel.el.parentElement ?? panel.el;
      expect(englishLeft(box)).to.deep.equal([]);
      expect(getComputedStyle(panel.el).direction).to.equal(name === 'ar' ? 'rtl' : 'ltr');
      if (name === 'ar' || name === 'de') await expect(panel.el).to.be.accessible();
      client.close();
    });
  }
});
