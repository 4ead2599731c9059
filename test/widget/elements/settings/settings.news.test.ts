import { expect } from '@open-wc/testing';
import type { FloorwalkSettings } from '../../../../widget/elements/settings/settings.ts';
import { act, choose, goTo, openSettings, settled } from '../../support/opened-settings.ts';
import { playDirectory, type PlayedDirectory } from '../../support/played-directory.ts';
import { ScriptedServer } from '../../support/scripted-server.ts';
import { all, one, words, write } from '../../support/shown.ts';

const noon = Date.parse('2026-11-21T12:04:00');

describe('open settings, when somebody else saves', () => {
  let played: PlayedDirectory;
  let server: ScriptedServer;
  let el: FloorwalkSettings;
  beforeEach(async () => {
    played = playDirectory();
    server = new ScriptedServer();
    el = await openSettings(1_000, server);
  });
  afterEach(() => played.stop());
  /** Somebody saves a queue, and the server says so. */
  const save = async (queue: string, change: object, who = 'Ada Novak'): Promise<void> => {
    played.elsewhere(queue, change);
    await tell(`queue:${queue}`, played.whole.versions[`queue:${queue}`] ?? 0, who);
  };
  const tell = async (entry: string, version: number, who: string): Promise<void> => {
    const saves = [{ entry, version, by: { id: who, name: who }, at: noon }];
    server.publish('directory', { type: 'directory', saves });
    await settled(el);
  };
  const field = (name: string): HTMLInputElement => one<HTMLInputElement>(el, `#f-${name}`);

  it('[C7] say who changed what of the entry that is open, and show it as it is now', async () => {
    await goTo(el, 'Queues', 'Billing');
    await save('billing', { name: 'Bills', distribution: 'external' });
    const told = one(el, '.conflict');
    expect(told.getAttribute('role')).to.equal('status');
    expect(words(told)).to.match(/Ada Novak saved this at .*, while you had it open/u);
    expect(words(told)).to.contain('Name: Bills (was Billing)');
    expect(words(told)).to.contain('What you see is as they saved it.');
    expect(field('name').value).to.equal('Bills');
    expect(field('distribution').value).to.equal('external');
    expect(all(el, '.news')).to.have.length(0);
    await expect(el).to.be.accessible();
    await act(el, 'Close');
    expect(all(el, '.conflict')).to.have.length(0);
  });

  it('[C7] keep what is being typed, where it is typed, and save it on top of theirs at the first try', async () => {
    await goTo(el, 'Queues', 'Billing');
    const name = field('name');
    name.focus();
    write(name, 'Invoices');
    name.setSelectionRange(3, 5);
    await settled(el);
    await save('billing', { distribution: 'external' });
    expect(one(el, '.conflict').getAttribute('role')).to.equal('alert');
    expect(words(one(el, '.conflict'))).to.contain('Your own changes are kept.');
    expect(el.shadowRoot?.activeElement).to.equal(name);
    expect([name.isConnected, name.value, name.selectionStart, name.selectionEnd]).to.deep.equal([
      true,
      'Invoices',
      3,
      5,
    ]);
    expect(field('distribution').value).to.equal('external');
    await act(el, 'Look at the change');
    expect(words(one(el, '.review'))).to.contain('Name: Invoices (was Billing)');
    await act(el, 'Save');
    expect(played.whole.queues[0]).to.include({ name: 'Invoices', distribution: 'external' });
    expect(played.puts.map(({ version }) => version)).to.deep.equal(['"4"', '"4"']);
  });

  it('[C7] of a field that both changed keep mine, offer theirs, and take it on a word', async () => {
    await goTo(el, 'Queues', 'Billing');
    // Chosen and left again, so that the list knows it as chosen by hand.
    choose(field('distribution'), 'external');
    await settled(el);
    choose(field('distribution'), 'pick');
    await settled(el);
    await save('billing', { distribution: 'external' });
    await save('billing', { name: 'Bills' }, 'Grace');
    expect(field('distribution').value).to.equal('pick');
    const told = words(one(el, '.conflict'));
    expect(told).to.contain('both of you');
    expect(told).to.contain('Name: Bills (was Billing)');
    await act(el, 'Take theirs');
    expect(field('distribution').value).to.equal('external');
    expect(field('name').value).to.equal('Bills');
  });

  it('[C7] go back from a look that is no longer true, and say why', async () => {
    await goTo(el, 'Queues', 'Billing');
    write(field('name'), 'Invoices');
    await settled(el);
    await act(el, 'Look at the change');
    await save('billing', { distribution: 'external' });
    expect(all(el, '.review')).to.have.length(0);
    expect(words(one(el, '.conflict'))).to.contain('Ada Novak');
    expect(field('name').value).to.equal('Invoices');
  });

  it('[C7] say what was saved elsewhere, where it lies in a list, and lead there', async () => {
    await goTo(el, 'Queues', 'Billing');
    await save('delivery', { name: '<b>Parcels</b>' });
    expect(words(one(el, '.news'))).to.match(/<b>Parcels<\/b> · Changed by Ada Novak, \d\d:\d\d/u);
    expect(all(el, '.item').map((it) => words(it.querySelector('.mark')))).to.include('Changed by Ada Novak, 12:04');
    await expect(el).to.be.accessible();
    await act(el, 'Look at it');
    expect(field('name').value).to.equal('<b>Parcels</b>');
    expect([all(el, '.news'), all(el, '.item .mark')]).to.deep.equal([[], []]);
  });

  it('[C7] what was saved from here is no news, however early it is told', async () => {
    await goTo(el, 'Queues', 'Billing');
    write(field('name'), 'Invoices');
    await settled(el);
    await act(el, 'Look at the change');
    const saved = act(el, 'Save');
    await tell('queue:billing', 4, 'Ines Carvalho');
    await saved;
    await tell('queue:billing', 4, 'Ines Carvalho');
    expect([all(el, '.conflict'), all(el, '.news')]).to.deep.equal([[], []]);
    expect(words(one(el, '.strip.still'))).to.contain('Saved: Invoices.');
    expect(field('name').value).to.equal('Invoices');
  });

  it('[C7] what was saved as it was is no news, and is saved over without a word', async () => {
    await goTo(el, 'Queues', 'Billing');
    write(field('name'), 'Invoices');
    await settled(el);
    await save('billing', {});
    await save('delivery', {});
    expect([all(el, '.conflict'), all(el, '.news'), all(el, '.item:not([aria-current]) .mark')]).to.deep.equal([
      [],
      [],
      [],
    ]);
    await act(el, 'Look at the change');
    await act(el, 'Save');
    expect(played.whole.queues[0]?.name).to.equal('Invoices');
  });

  it('[C7] stand within 320 px with names as long as they may be', async () => {
    el = await openSettings(320, server);
    await goTo(el, 'Queues', 'Billing');
    await save('delivery', { name: 'W'.repeat(200) }, 'O'.repeat(200));
    expect(one(el, '.news').scrollWidth).to.be.at.most(one(el, '.news').clientWidth);
  });

  it('[C7] name who saved what was read before that was told', async () => {
    await goTo(el, 'Queues', 'Billing');
    played.elsewhere('billing', { distribution: 'external' });
    played.whole.versions['person:ines'] = 3;
    await tell('person:ines', 3, 'Grace');
    expect(words(one(el, '.conflict'))).to.contain('Somebody saved this');
    await tell('queue:billing', 4, 'Ada Novak');
    expect(words(one(el, '.conflict'))).to.contain('Ada Novak saved this');
  });

  it('[C7] read again after a lost connection, also where nobody remembers who it was', async () => {
    await goTo(el, 'Queues', 'Billing');
    write(field('name'), 'Invoices');
    await settled(el);
    played.elsewhere('billing', { distribution: 'external' });
    server.welcome();
    await settled(el);
    expect(words(one(el, '.conflict'))).to.contain('Somebody saved this while you had it open.');
    expect([field('name').value, field('distribution').value]).to.deep.equal(['Invoices', 'external']);
  });

  it('[C7] somebody who was put into a queue elsewhere is in the open queue at once', async () => {
    await goTo(el, 'Queues', 'Delivery');
    played.whole.people = played.whole.people.map((person) =>
      person.id === 'ana' ? { ...person, queues: ['billing', 'delivery'] } : person,
    );
    played.whole.versions['person:ana'] = 7;
    await tell('person:ana', 7, 'Ada Novak');
    expect(words(one(el, '.conflict'))).to.contain('Ana Kovač');
    expect(all(el, '#f-members input:checked')).to.have.length(2);
  });
});
