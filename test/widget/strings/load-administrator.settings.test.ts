import { saveEffectNames } from '@floorwalk/core/directory';
import type { FloorwalkSettings } from '../../../widget/elements/settings/settings.ts';
import { waitUntil } from '@open-wc/testing';
import { ta } from '../../../widget/strings/administrator.ts';
import { refusalSentence, t } from '../../../widget/strings/index.ts';
import { loadAdministratorLanguage } from '../../../widget/strings/load-administrator.ts';
import { loadCustomerLanguage } from '../../../widget/strings/customer/load.ts';
import { act, choose, goTo, openSettings, settled } from '../support/opened-settings.ts';
import { playDirectory, type PlayedDirectory } from '../support/played-directory.ts';
import { all, button, one, write } from '../support/shown.ts';
import { Walk } from '../support/walk.ts';

const load = async (language: string): Promise<void> => {
  await Promise.all([loadAdministratorLanguage(language), loadCustomerLanguage(language)]);
};
const refuse = (problem: object): Response => Response.json(problem, { status: 400 });

Walk.through(
  'the settings',
  load,
  (walk) => {
    let played: PlayedDirectory;
    let el: FloorwalkSettings;
    beforeEach(() => {
      played = playDirectory();
      const key = { id: 'k1', label: 'Old server', createdAt: 0, expiresAt: 1_900_000_000_000 };
      played.whole.integrations = [{ id: 'crm', name: 'The CRM', rights: ['open'], disabled: false, keys: [key] }];
    });
    afterEach(() => played.stop());
    const see = (state: string, signs: Parameters<Walk['see']>[2], again?: () => Promise<unknown>) =>
      walk().see(el, state, signs, again);
    const open = async (): Promise<void> => {
      el = await openSettings(walk().width);
    };
    const review = async (): Promise<void> => {
      button(el, ta('review')).click();
      await settled(el);
    };

    it('cannot be read, and are read after all', async () => {
      played.next.push(refuse({ refusal: 'role', title: 'No.', detail: 'Your role does not allow this.' }));
      await open();
      await see('not read', ['[role="alert"]', () => refusalSentence({ refusal: 'role', detail: '' }).slice(0, 5)]);
      await act(el, t('tryAgain'));
      await waitUntil(() => all(el, '.fields').length > 0);
      await see('switches and policies', ['.fields', () => ta('settingsUse'), () => ta('field_consent')]);
    });

    it('every section, with one of its entries open, and a new one', async () => {
      await open();
      const isNarrow = walk().width < 640;
      const sections = [
        ['sectionQueues', 'Billing', 'addQueue'],
        ['sectionWorkstreams', 'Live chat', 'addWorkstream'],
        ['sectionAgents', 'Ana Kovač', 'addAgent'],
        ['sectionPeople', 'Ines Carvalho', 'addPerson'],
        ['sectionIntegrations', 'The CRM', 'addIntegration'],
      ] as const;
      for (const [section, entry, add] of sections) {
        await goTo(el, ta(section), entry);
        await see(section, ['.edit .fields', () => ta(isNarrow ? 'backToList' : add)]);
        await goTo(el, ta(section));
        if (isNarrow) await act(el, ta('backToList'));
        await act(el, ta(add));
        await see(`${section}, a new one`, ['#f-name', () => ta('newEntry')]);
      }
    });

    it('what a change does before it is saved, all that it can do, and the way back', async () => {
      await open();
      await goTo(el, ta('sectionQueues'), 'Billing');
      choose(one(el, '#f-distribution'), 'pick');
      await settled(el);
      played.effects = [
        ...saveEffectNames.map((effect) => ({ effect, count: 3, what: 'monitor' })),
        { effect: 'signsOut', count: 1 },
      ];
      await review();
      await see('effects', ['.review .effects .grave', () => ta('effectsAre'), () => ta('allKept')]);
      await act(el, ta('save'));
      await see('saved', ['.strip.still', () => ta('savedEntry', { name: 'Billing' }), () => ta('undo')]);
    });

    it('somebody else saved first; fields that the server refuses; nothing saved at all', async () => {
      await open();
      await goTo(el, ta('sectionQueues'), 'Billing');
      write(one(el, '#f-name'), 'Invoices');
      await settled(el);
      played.elsewhere('billing', { name: 'Bills', distribution: 'external' });
      await review();
      await see('conflict', ['.conflict .both', () => ta('conflictKept')]);
      const detail = 'name: must be at most 200 characters; id: must not look like this';
      played.next.push(refuse({ refusal: 'malformed', title: 'No.', field: 'name', detail }));
      await review();
      await see('wrong fields', [
        '#f-name-error',
        () => ta('wrongTooLong', { most: '200' }),
        () => ta('correctFields'),
      ]);
      played.next.push(new TypeError('no network'));
      await review();
      await see('not saved', [() => ta('settingsNotSaved')]);
      played.next.push(refuse({ refusal: 'switchedOff', title: 'Off.', detail: 'Off.' }));
      await review();
      await see('refused', [() => refusalSentence({ refusal: 'switchedOff', detail: '' })]);
    });

    it('the words of notices, the keys of integrations, a search that finds nothing', async () => {
      await open();
      await goTo(el, ta('sectionNotices'));
      await see('notices', ['.notice-words', () => ta('noticeUsual'), () => ta('notice_consultantJoined')]);
      const [first] = all(el, '.notice-words textarea');
      if (!first) throw new TypeError('no notice');
      write(first, 'Hello {nobody}');
      await settled(el);
      await see('a wrong placeholder', ['.error', () => ta('noticeWrongPlaceholder', { wrong: '{nobody}' })]);
      await goTo(el, ta('sectionIntegrations'), 'The CRM');
      await act(el, ta('keyRevoke', { label: 'Old server' }));
      await see('revoked?', ['.key-line', () => ta('keyRevokeSure', { label: 'Old server' })]);
      played.next.push(Response.json({ id: 'k2', key: 'secret-of-this-moment' }, { status: 201 }));
      await act(el, ta('keyMake'));
      await see('a new key', ['.keys .review', () => ta('keyOnce')]);
      await goTo(el, ta('sectionPeople'));
      write(one(el, '.find input'), 'zebra');
      await settled(el);
      await see('nothing found', [() => ta('noneFitsMore')]);
    });
  },
  ['Live chat', 'The CRM', 'Old server', 'Hello {nobody}', 'Ana Kovač'],
);
