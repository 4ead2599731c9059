import { expect, waitUntil } from '@open-wc/testing';
import { administratorLanguages, loadAdministratorLanguage } from '../../../../widget/strings/load-administrator.ts';
import { englishLeft } from '../../support/english-left.ts';
import { openSettings, settled } from '../../support/opened-settings.ts';
import { playDirectory, type PlayedDirectory } from '../../support/played-directory.ts';
import { all } from '../../support/shown.ts';

describe('the settings in other languages', () => {
  let played: PlayedDirectory;
  beforeEach(() => {
    played = playDirectory();
  });
  afterEach(() => {
    played.stop();
    document.documentElement.lang = 'en';
  });

  for (const name of Object.keys(administratorLanguages)) {
    it(`say nothing in English in ${name}, in every section`, async () => {
      document.documentElement.lang = name;
      await loadAdministratorLanguage(name);
      const el = await openSettings(320);
      const box = el.parentElement ?? el;
      await waitUntil(() => all(el, '.tab').length > 5);
      for (let section = 0; section < all(el, '.tab').length; section += 1) {
        all(el, '.tab')[section]?.click();
        await settled(el);
        all(el, '.item')[0]?.click();
        await settled(el);
        // A workstream's own name.
        const left = englishLeft(box).filter((text) => text !== 'Live chat');
        expect(left, `section ${section}`).to.deep.equal([]);
      }
      if (name === 'ar' || name === 'de') await expect(el).to.be.accessible();
    });
  }
});
