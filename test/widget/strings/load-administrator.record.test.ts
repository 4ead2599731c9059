import '../../../widget/elements/audit/define.ts';
import { fixture, html, waitUntil } from '@open-wc/testing';
import type { FloorwalkAudit } from '../../../widget/elements/audit/audit.ts';
import { ta } from '../../../widget/strings/administrator.ts';
import { recordLines } from '../../../widget/strings/en/record-lines.ts';
import { refusalSentence } from '../../../widget/strings/index.ts';
import { loadAdministratorLanguage } from '../../../widget/strings/load-administrator.ts';
import { one, write } from '../support/shown.ts';
import { Walk } from '../support/walk.ts';

const kinds = Object.keys(recordLines).flatMap((key) => (key.startsWith('line_') ? [key.slice(5)] : []));
/** A line of each kind, with all that a line can tell. */
const lines = kinds.map((what, index) => ({
  offset: kinds.length - index,
  at: Date.UTC(2026, 0, 1, 10, index % 60),
  who: 'ines',
  from: ['panel', 'teams', 'api', 'system'][index % 4],
  ...(index % 3 === 0 && { through: 'bot' }),
  what,
  conversation: 'c1',
  about: ['ines', 'ana'],
  details: {
    override: 'busy',
    excess: 2,
    entry: 'queue:billing',
    'was.distribution': 'push',
    'now.distribution': 'pick',
  },
}));
const names = { ines: 'Ines Carvalho', ana: 'Ana Kovač', billing: 'Billing', bot: 'Helper' };
const conversations = { c1: { customer: 'Marta Olsen', queue: 'Billing' } };

const tests = (walk: () => Walk): void => {
  const fetched = globalThis.fetch;
  let el: FloorwalkAudit;
  let answer: () => Response;
  let seals: object;
  beforeEach(() => {
    seals = { ok: true, lines: 1_234, unsealed: 2, anchor: { offset: 1_234, link: 'abc'.repeat(20) } };
    // Every kind of line on the telephone, a full page with more behind it on the desk.
    const items = { 320: lines, 640: lines.slice(0, 6), 1280: [...lines, ...lines].slice(0, 50) }[walk().width];
    answer = () => Response.json({ items, next: isLong() ? 7 : null, names, conversations });
    globalThis.fetch = async (input) => {
      const isSeal = new URL(input instanceof Request ? input.url : input).pathname.endsWith('/seal');
      return isSeal ? Response.json(seals) : answer();
    };
  });
  afterEach(() => (globalThis.fetch = fetched));

  const see = (state: string, signs: Parameters<Walk['see']>[2], again?: () => Promise<unknown>) =>
    walk().see(el, state, signs, again);
  const isLong = (): boolean => walk().width > 640;
  const isQuiet = (): boolean => one(el, 'section').getAttribute('aria-busy') === 'false';
  const open = async (own = false): Promise<void> => {
    const token = async () => 'token';
    el = await fixture(html`<floorwalk-audit .getToken=${token} ?own=${own}></floorwalk-audit>`);
    await waitUntil(isQuiet);
  };
  const search = async (): Promise<void> => {
    one<HTMLFormElement>(el, 'form').requestSubmit();
    await el.updateComplete;
    await waitUntil(isQuiet);
  };

  it('a line of every kind, sealed', async () => {
    await open();
    await waitUntil(() => one(el, '.seal').textContent?.includes('abc'));
    await see('lines', [
      'li.line',
      '.details',
      () => ta('sealCheck'),
      () => ta(isLong() ? 'recordOlder' : 'sealCheck'),
    ]);
    one(el, 'summary').click();
    await see('a line as it is stored', ['pre']);
  });

  it('nothing found, wrong times, refused, not read, not as it was sealed', async () => {
    answer = () => Response.json({ items: [], next: null, names: {}, conversations: {} });
    seals = { ok: false, offset: 7, why: 'This line was removed.' };
    await open();
    await see('nothing', [
      '.empty',
      '[lang="en"]',
      () => ta('recordNothingMore'),
      () => ta('sealBroken', { offset: '7' }),
    ]);
    one<HTMLInputElement>(el, '[name="from"]').value = '2026-01-01T00:00';
    one<HTMLInputElement>(el, '[name="to"]').value = '2025-01-01T00:00';
    await search();
    await see('wrong times', [() => ta('recordWrongTimes')]);
    one<HTMLInputElement>(el, '[name="to"]').value = '';
    write(one(el, '[name="who"]'), 'ana');
    answer = () => Response.json({ refusal: 'role', title: 'No.', detail: 'No.' }, { status: 403 });
    await search();
    await see('refused', ['[role="alert"]', () => refusalSentence({ refusal: 'role', detail: '' })]);
    answer = () => {
      throw new TypeError('no network');
    };
    await search();
    await see('not read', [() => ta('recordNotRead')]);
  });

  it('the lines about oneself, and where they are not open', async () => {
    await open(true);
    await see('own', ['li.line', () => ta('recordOwn')]);
    answer = () => Response.json({ refusal: 'role', detail: 'No.' }, { status: 403 });
    await search();
    await see('not open', [() => ta('recordNotOpen')]);
  });
};

// In German Teams is where it is in English.
Walk.through('the record', loadAdministratorLanguage, tests, ['in Teams']);
