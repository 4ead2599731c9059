import '../../../../widget/elements/audit/define.ts';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { FloorwalkAudit } from '../../../../widget/elements/audit/audit.ts';
import { all, button, one, words, write } from '../../support/shown.ts';

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
type Line = ReturnType<typeof line>;

const names = { ines: 'Ines Carvalho', ana: 'Ana Kovač', ada: 'Ada Novak', billing: 'Billing' };
const conversations = { c1: { customer: 'Marta Olsen', queue: 'Billing' }, c2: { customer: '', queue: '' } };

describe('the record', () => {
  const fetched = globalThis.fetch;
  let asked: URL[] = [];
  let answer: (path: URL) => Response;
  let seals: () => Response;
  beforeEach(() => {
    asked = [];
    seals = () => Response.json({ ok: true, lines: 1_234, unsealed: 2, anchor: { offset: 1_234, link: 'abc' } });
    globalThis.fetch = async (input) => {
      const url = new URL(input instanceof Request ? input.url : input);
      if (url.pathname.endsWith('/seal')) return seals();
      asked.push(url);
      return answer(url);
    };
  });
  afterEach(() => {
    globalThis.fetch = fetched;
  });
  /** Newest first, two at a time. */
  const pages = (lines: readonly Line[]) => (url: URL) => {
    const before = Number(url.searchParams.get('before') ?? Infinity);
    const fits = lines.filter(({ offset }) => offset < before).toSorted((a, b) => b.offset - a.offset);
    const items = fits.slice(0, 2);
    return Response.json({ items, next: fits.length > 2 ? items.at(-1)?.offset : null, names, conversations });
  };
  const shown = async (el: FloorwalkAudit) => {
    await el.updateComplete;
    while (one(el, 'section').getAttribute('aria-busy') === 'true' || words(el).includes('Checking the seals'))
      await new Promise<void>((resolve) => void requestAnimationFrame(() => resolve()));
    await el.updateComplete;
  };
  const open = async (width = 900, own = false): Promise<FloorwalkAudit> => {
    const token = async () => 'token';
    const box = await fixture(html`<div><floorwalk-audit .getToken=${token} ?own=${own}></floorwalk-audit></div>`);
    box.setAttribute('style', `width: ${width}px; height: 600px`);
    const el = box.querySelector('floorwalk-audit');
    if (!el) throw new TypeError('the panel is not there');
    await shown(el);
    return el;
  };
  const last = () => asked.at(-1)?.searchParams ?? new URLSearchParams();

  it('[R4] shows every line of every page, newest first, with names and words in place of ids and codes', async () => {
    const saved = { who: 'ada', what: 'DirectorySaved', about: [], conversation: undefined };
    answer = pages([
      line(1),
      line(2, { what: 'ConversationOffered', through: 'bot', from: 'teams', details: { override: 'busy', excess: 2 } }),
      line(3, { who: '<b>x</b>', conversation: 'c2', what: 'MovedToTheMoon' }),
      line(4, {
        ...saved,
        details: {
          entry: 'queue:billing',
          'was.distribution': 'push',
          'now.distribution': 'pick',
          'was.x': 1,
          'now.x': 2,
        },
      }),
    ]);
    const el = await open();
    const lines = all(el, 'li.line').map((it) => words(it));
    expect(lines).to.have.length(4);
    expect(lines[0]).to.contain('Ada Novak changed a setting: queue Billing');
    expect(lines[0]).to.contain('Handed out: picked by members (was offered one after another)');
    expect(lines[1]).to.contain('<b>x</b> moved to the moon').and.to.contain('no longer kept');
    expect(lines[2]).to.contain('Ines Carvalho, through bot offered it to an agent Marta Olsen, Billing');
    expect(lines[2]).to.contain('Ana Kovač').and.to.contain('Units over capacity: 2').and.to.contain('in Teams');
    expect(lines[3]).to.contain('Ines Carvalho began to monitor');
    expect(words(one(el, '.count'))).to.equal('4 lines, all there are');
    await expect(el).to.be.accessible();
  });

  it('[R4] asks the server for who, whom, where, what and when, and clears it again', async () => {
    answer = pages([line(1)]);
    const el = await open();
    write(one(el, '[name="who"]'), 'ana & co');
    write(one(el, '[name="agent"]'), 'Ben');
    write(one(el, '[name="conversation"]'), 'Marta');
    one<HTMLSelectElement>(el, '[name="what"]').value = 'ConversationOffered';
    one<HTMLInputElement>(el, '[name="from"]').value = '2026-01-01T00:00';
    one<HTMLFormElement>(el, 'form').requestSubmit();
    await shown(el);
    const from = String(new Date('2026-01-01T00:00').getTime());
    const said = Object.fromEntries(last());
    expect(said).to.include({
      who: 'ana & co',
      agent: 'Ben',
      conversation: 'Marta',
      what: 'ConversationOffered',
      from,
    });
    one<HTMLInputElement>(el, '[name="to"]').value = '2025-01-01T00:00';
    one<HTMLFormElement>(el, 'form').requestSubmit();
    await shown(el);
    expect(words(one(el, '[role="alert"]'))).to.contain('The end is before the beginning');
    answer = pages([]);
    button(el, 'Clear').click();
    await waitUntil(() => last().get('who') === null, 'it asks for all lines again');
    await shown(el);
    expect(words(one(el, '.empty'))).to.contain('No line fits');
  });

  it('[R4] goes back page by page without a limit', async () => {
    answer = pages(Array.from({ length: 130 }, (_, n) => line(n + 1)));
    const el = await open();
    expect(all(el, 'li.line')).to.have.length(50);
    expect(words(one(el, '.count'))).to.equal('50 lines so far');
    button(el, 'Show older lines').click();
    await shown(el);
    button(el, 'Show older lines').click();
    await shown(el);
    expect(all(el, 'li.line')).to.have.length(130);
    expect(words(one(el, '.count'))).to.equal('130 lines, all there are');
  });

  it('[R4] shows whether it is as it was sealed, and the first line that is not', async () => {
    answer = pages([line(1)]);
    const el = await open();
    expect(words(one(el, '.seal'))).to.contain('1,234 lines are as they were written, 2 wait for their seal.');
    seals = () => Response.json({ ok: false, offset: 7, why: 'This line was removed.' });
    button(el, 'Check the seals').click();
    await shown(el);
    expect(words(one(el, '[role="alert"]'))).to.contain(
      'Line 7 is the first that is not as it was written. This line was removed.',
    );
  });

  it('[R4] shows readers of their own lines those, and nothing that is the administrator’s', async () => {
    answer = pages([line(1)]);
    const el = await open(900, true);
    expect(words(one(el, '.use'))).to.contain('The lines about you.');
    expect(all(el, '.seal')).to.have.length(0);
    expect(all(el, 'button').map((it) => words(it))).to.not.include('Export as JSON Lines');
    answer = () => Response.json({ refusal: 'role', detail: 'Your role does not allow this.' }, { status: 403 });
    one<HTMLFormElement>(el, 'form').requestSubmit();
    await shown(el);
    expect(words(one(el, '[role="alert"]'))).to.contain('where an administrator has opened the record');
  });

  it('[R5] says what the record is not for', async () => {
    answer = pages([]);
    expect(words(one(await open(), '.use'))).to.contain('Not for employment decisions');
  });

  it('[R4] exports what is searched, says the server’s own reason, and keeps what it has when the server is gone', async () => {
    answer = pages([line(1, { details: { why: 'x'.repeat(10_000) } })]);
    const el = await open(320);
    expect(one(el, '.lines').scrollWidth).to.be.at.most(320);
    await expect(el).to.be.accessible();
    one<HTMLInputElement>(el, '[name="from"]').value = '2026-01-01T00:00';
    answer = () => Response.json({ detail: 'Your role does not allow this.' }, { status: 403 });
    button(el, 'Export').click();
    await shown(el);
    expect(asked.at(-1)?.pathname).to.equal('/v1/audit/export');
    expect(last().get('from')).to.equal(String(new Date('2026-01-01T00:00').getTime()));
    expect(words(one(el, '[role="alert"]'))).to.equal('Your role does not allow this.');
    answer = () => {
      throw new TypeError('no network');
    };
    one<HTMLFormElement>(el, 'form').requestSubmit();
    await shown(el);
    expect(words(one(el, '[role="alert"]'))).to.contain('could not be read');
    expect(all(el, 'li.line')).to.have.length(1);
  });
});
