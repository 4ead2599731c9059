import '../../../../widget/elements/audit/define.ts';
import { expect, fixture, html } from '@open-wc/testing';
import type { FloorwalkAudit } from '../../../../widget/elements/audit/audit.ts';
import { all, one, words } from '../../support/shown.ts';

const line = (offset: number, more: object = {}) => ({
  offset,
  at: Date.UTC(2026, 0, 1, 10, offset % 60),
  who: 'ines',
  from: 'panel',
  what: 'WatchStarted',
  conversation: 'c1',
  about: ['ines', 'ana'],
  details: {},
  ...more,
});

describe('the record', () => {
  const fetched = globalThis.fetch;
  let asked: string[] = [];
  let answer: (path: URL) => Response;
  beforeEach(() => {
    asked = [];
    globalThis.fetch = async (input) => {
      const url = new URL(input instanceof Request ? input.url : input);
      asked.push(`${url.pathname}${url.search}`);
      return answer(url);
    };
  });
  afterEach(() => {
    globalThis.fetch = fetched;
  });
  const pages = (lines: readonly { offset: number }[]) => (url: URL) => {
    const since = Number(url.searchParams.get('since'));
    const items = lines.filter(({ offset }) => offset > since).slice(0, 2);
    return Response.json({ items, next: items.at(-1)?.offset ?? since });
  };
  const shown = async (el: FloorwalkAudit) => {
    await el.updateComplete;
    while (one(el, 'section').getAttribute('aria-busy') === 'true')
      await new Promise<void>((resolve) => void requestAnimationFrame(() => resolve()));
    await el.updateComplete;
  };
  const open = async (width = 900): Promise<FloorwalkAudit> => {
    const token = async () => 'token';
    const box = await fixture(html`<div><floorwalk-audit .getToken=${token}></floorwalk-audit></div>`);
    box.setAttribute('style', `width: ${width}px; height: 600px`);
    const el = box.querySelector('floorwalk-audit');
    if (!el) throw new TypeError('the panel is not there');
    await shown(el);
    return el;
  };

  it('[R4] shows every line of every page, newest first, and narrows by person, action and time', async () => {
    answer = pages([line(1), line(2, { what: 'ConversationOffered', through: 'bot' }), line(3, { who: '<b>x</b>' })]);
    const el = await open();
    const rows = all(el, 'tbody tr').map((row) => words(row));
    expect(rows).to.have.length(3);
    expect(rows[0]).to.contain('<b>x</b>');
    expect(rows[1]).to.contain('ines through bot').and.to.contain('ConversationOffered');
    await expect(el).to.be.accessible();
    one<HTMLInputElement>(el, '[name="about"]').value = 'ana & co';
    one<HTMLSelectElement>(el, '[name="what"]').value = 'ConversationOffered';
    one<HTMLFormElement>(el, 'form').requestSubmit();
    await shown(el);
    expect(asked.at(-1)).to.contain('about=ana%20%26%20co');
    expect(all(el, 'tbody tr')).to.have.length(1);
    one<HTMLInputElement>(el, '[name="from"]').value = '2030-01-01T00:00';
    one<HTMLFormElement>(el, 'form').requestSubmit();
    await shown(el);
    expect(words(one(el, '.empty'))).to.contain('No line fits');
  });

  it('[R5] says what the record is not for', async () => {
    answer = pages([]);
    expect(words(one(await open(), '.use'))).to.contain('Not for employment decisions');
  });

  it('[R4] exports the times that are searched, and says the server’s own reason where it may not', async () => {
    answer = pages([line(1)]);
    const el = await open(320);
    expect(one(el, '.lines').scrollWidth).to.be.at.most(320);
    await expect(el).to.be.accessible();
    one<HTMLInputElement>(el, '[name="from"]').value = '2026-01-01T00:00';
    answer = () => Response.json({ detail: 'Your role does not allow this.' }, { status: 403 });
    const from = new Date('2026-01-01T00:00').getTime();
    one<HTMLButtonElement>(el, 'button[type="button"]').click();
    await shown(el);
    expect(asked.at(-1)).to.equal(`/v1/audit/export?from=${from}`);
    expect(words(one(el, '[role="alert"]'))).to.equal('Your role does not allow this.');
    answer = () => {
      throw new TypeError('no network');
    };
    one<HTMLFormElement>(el, 'form').requestSubmit();
    await shown(el);
    expect(words(one(el, '[role="alert"]'))).to.contain('could not be read');
    expect(all(el, 'tbody tr')).to.have.length(1);
  });
});
