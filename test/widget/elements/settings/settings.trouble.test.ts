import { expect } from '@open-wc/testing';
import { act, goTo, openSettings, settled, tab } from '../../support/opened-settings.ts';
import { playDirectory, type PlayedDirectory } from '../../support/played-directory.ts';
import { all, button, one, press, words, write } from '../../support/shown.ts';

describe('the settings, when something is wrong', () => {
  let played: PlayedDirectory;
  beforeEach(() => {
    played = playDirectory();
  });
  afterEach(() => played.stop());

  it('mark the field that the server refuses, with what to do, and lose nothing', async () => {
    const el = await openSettings();
    await goTo(el, 'People', 'Ines Carvalho');
    write(one(el, '#f-name'), 'x'.repeat(10_000));
    await settled(el);
    played.next.push(
      Response.json(
        { refusal: 'malformed', field: 'name', detail: 'name: must be at most 200 characters' },
        { status: 400 },
      ),
    );
    await act(el, 'Look at the change');
    const name = one<HTMLInputElement>(el, '#f-name');
    expect(name.getAttribute('aria-invalid')).to.equal('true');
    expect(words(one(el, `#${name.getAttribute('aria-describedby') ?? ''}`))).to.equal(
      'Must be at most 200 characters.',
    );
    expect(el.shadowRoot?.activeElement).to.equal(name);
    expect(name.value).to.have.length(10_000);
    expect(one(el, 'section').scrollWidth).to.be.at.most(1_000);
    await expect(el).to.be.accessible();
  });

  it('mark each of several fields that are wrong', async () => {
    const el = await openSettings();
    await goTo(el, 'People', 'Ines Carvalho');
    await act(el, 'Add an identity');
    const detail = 'name: must not be empty; identities.0.subject: must not be empty';
    played.next.push(Response.json({ refusal: 'malformed', field: 'name', detail }, { status: 400 }));
    await act(el, 'Look at the change');
    expect(all(el, '.error').map((it) => words(it))).to.deep.equal(['Must not be empty.', 'Must not be empty.']);
  });

  it('say that nothing was saved when the server is gone, and try again with what was written', async () => {
    const el = await openSettings();
    one(el, '#f-switches-assign').click();
    await settled(el);
    played.next.push(new TypeError('no network'));
    await act(el, 'Look at the change');
    expect(words(one(el, '[role="alert"]'))).to.contain('Nothing was saved');
    await act(el, 'Look at the change');
    expect(words(one(el, '.review'))).to.contain('Supervisors may assign: no (was yes)');
  });

  it('bring the keyboard to the way back of a save, and pull it from nobody who has gone on before it ended', async () => {
    const el = await openSettings();
    const focused = (): string => words(el.shadowRoot?.activeElement);
    const change = async (): Promise<void> => {
      one(el, '#f-auditVisibleToAgent').click();
      await act(el, 'Look at the change');
      button(el, 'Save').click();
    };
    await change();
    await settled(el);
    expect(focused()).to.equal('Undo');
    await change();
    press(button(el, 'Save'), 'Tab');
    tab(el, 'Queues').focus();
    await settled(el);
    expect(words(el)).to.contain('Saved: Switches and policies.');
    expect(focused()).to.equal('Queues');
  });

  it('say why they cannot be read, and read them on a second try', async () => {
    played.next.push(Response.json({ detail: 'Your role does not allow this.' }, { status: 403 }));
    const el = await openSettings();
    expect(words(one(el, '[role="alert"]'))).to.contain('Your role does not allow this.');
    await expect(el).to.be.accessible();
    await act(el, 'Try again');
    expect(all(el, '[role="alert"]')).to.have.length(0);
    expect(all(el, '.tab')).to.have.length(6);
  });

  it('show hostile names as the text they are, find them, and go through the list by key', async () => {
    const hostile = '<img src=x onerror=alert(1)> مرحبا 👩‍👧';
    played.whole.queues = [
      { ...(played.whole.queues[0] ?? never()), id: 'a', name: hostile },
      { ...(played.whole.queues[1] ?? never()), id: 'b', name: 'x'.repeat(10_000) },
    ];
    const el = await openSettings(320);
    await goTo(el, 'Queues');
    expect(one(el, 'section').scrollWidth).to.be.at.most(320);
    expect(all(el, 'img')).to.have.length(0);
    const items = all(el, '.item');
    items[0]?.focus();
    press(items[0] ?? never(), 'ArrowDown');
    expect(el.shadowRoot?.activeElement).to.equal(items[1]);
    write(one(el, '.find input'), 'مرحبا');
    await settled(el);
    expect(all(el, '.item')).to.have.length(1);
    write(one(el, '.find input'), 'nobody');
    await settled(el);
    expect(words(one(el, '.empty'))).to.contain('Nothing fits');
    await expect(el).to.be.accessible();
  });

  it('draw a hundred of ten thousand people, find any of them, and draw more on request', async () => {
    const [, ben = never()] = played.whole.people;
    played.whole.people = Array.from({ length: 10_000 }, (_, n) => ({ ...ben, id: `p${n}`, name: `Person ${n}` }));
    const el = await openSettings();
    await goTo(el, 'People');
    expect(all(el, '.item')).to.have.length(100);
    await act(el, 'Show 9900 more');
    expect(all(el, '.item')).to.have.length(200);
    write(one(el, '.find input'), 'p9999');
    await settled(el);
    expect(all(el, '.item').map((it) => it.querySelector('.strong')?.textContent)).to.deep.equal(['Person 9999']);
    await goTo(el, 'Queues', 'Billing');
    expect(all(el, '#f-members input')).to.have.length(60);
    expect(words(one(el, '.fields'))).to.contain('9940 more. Search to see them.');
  });

  it('offer a new entry the defaults and an id from its name, and give way to one that is there', async () => {
    const el = await openSettings();
    await goTo(el, 'Queues');
    await act(el, 'Add a queue');
    write(one(el, '#f-name'), 'Éxpress & Co.');
    await settled(el);
    expect(one<HTMLInputElement>(el, '#f-id').value).to.equal('e-xpress-co');
    write(one(el, '#f-id'), 'billing');
    await settled(el);
    await act(el, 'Look at the change');
    expect(words(one(el, '#f-id-error'))).to.contain('Choose another');
    write(one(el, '#f-id'), 'express');
    await settled(el);
    await act(el, 'Look at the change');
    await act(el, 'Save');
    expect(played.puts.at(-1)?.version).to.equal('"0"');
    expect(words(one(el, '.item[aria-current]'))).to.contain('Éxpress & Co.');
    expect(button(el, 'Undo')).to.not.equal(undefined);
  });
});

const never = (): never => {
  throw new TypeError('not there');
};
