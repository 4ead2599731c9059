import { expect } from '@open-wc/testing';
import type { FloorwalkSettings } from '../../../../widget/elements/settings/settings.ts';
import { act, choose, goTo, openSettings, settled } from '../../support/opened-settings.ts';
import { playDirectory, type PlayedDirectory } from '../../support/played-directory.ts';
import { all, announced, button, one, press, words, write } from '../../support/shown.ts';

describe('the settings', () => {
  let played: PlayedDirectory;
  beforeEach(() => {
    played = playDirectory();
  });
  afterEach(() => played.stop());

  const flag = (el: FloorwalkSettings, name: string) => one<HTMLInputElement>(el, `#f-${name}`);

  it('[R3] say what a switch will do before it is saved, save it on a yes, and take it back', async () => {
    const el = await openSettings();
    await expect(el).to.be.accessible();
    flag(el, 'switches-monitor').click();
    played.effects = [
      { effect: 'watchersEnd', count: 3 },
      { effect: 'supervisorsLose', count: 2, what: 'monitor' },
    ];
    await act(el, 'Look at the change');
    expect(played.puts.map(({ query }) => query)).to.deep.equal(['?dryRun=1']);
    const review = words(one(el, '.review'));
    expect(review).to.contain('Supervisors may monitor and join: no (was yes)');
    expect(review).to.contain('3 people who monitor stop within 5 seconds.');
    expect(review).to.contain('2 supervisors will no longer be able to monitor and join.');
    expect(el.shadowRoot?.activeElement?.textContent?.trim()).to.equal('Save');
    await expect(el).to.be.accessible();
    await act(el, 'Save');
    expect(played.whole.policy.switches.monitor).to.equal(false);
    expect(announced()).to.contain('Saved: Switches and policies.');
    played.effects = [];
    await act(el, 'Undo');
    expect(words(one(el, '.review'))).to.contain('Nobody has to stop what they are doing.');
    await act(el, 'Save');
    expect(played.whole.policy.switches.monitor).to.equal(true);
  });

  it('save nothing that is left by key or discarded', async () => {
    const el = await openSettings();
    flag(el, 'auditVisibleToAgent').click();
    await act(el, 'Look at the change');
    press(one(el, '.review .primary'), 'Escape');
    await settled(el);
    expect(all(el, '.review')).to.have.length(0);
    expect(flag(el, 'auditVisibleToAgent').checked).to.equal(true);
    await act(el, 'Discard');
    expect(flag(el, 'auditVisibleToAgent').checked).to.equal(false);
    expect(played.puts.filter(({ query }) => query === '')).to.deep.equal([]);
  });

  it('change a queue with its members, in words, and keep what is not saved while one looks elsewhere', async () => {
    const el = await openSettings();
    await goTo(el, 'Queues', 'Billing');
    choose(one(el, '#f-distribution'), 'pick');
    all(el, '#f-members input')[0]?.click();
    await settled(el);
    await goTo(el, 'People', 'Ines Carvalho');
    await goTo(el, 'Queues');
    expect(words(one(el, '.item[aria-current]'))).to.contain('Not saved');
    played.effects = [
      { effect: 'conversationsWait', count: 4 },
      { effect: 'agentsLoseOnlyQueue', count: 1 },
    ];
    await act(el, 'Look at the change');
    const review = words(one(el, '.review'));
    expect(review).to.contain('Handed out: picked by members (was offered one after another)');
    expect(review).to.contain('Members: Ben Adeyemi (was Ana Kovač and Ben Adeyemi)');
    expect(review).to.contain('4 conversations wait here. Assign them elsewhere.');
    expect(review).to.contain('1 agent loses their only queue.');
    await act(el, 'Save');
    const put = played.puts.at(-1);
    expect([put?.path, put?.version]).to.deep.equal(['/v1/directory/queues/billing', '"3"']);
    expect(put?.body['members']).to.deep.equal(['ben']);
  });

  it('[C7] keep what I changed on top of what somebody else saved meanwhile, and say both', async () => {
    const el = await openSettings();
    await goTo(el, 'Queues', 'Billing');
    write(one(el, '#f-name'), 'Invoices');
    choose(one(el, '#f-sentimentAlert'), '2');
    await settled(el);
    played.elsewhere('billing', { name: 'Bills', distribution: 'external' });
    await act(el, 'Look at the change');
    const conflict = words(one(el, '.conflict'));
    expect(conflict).to.contain('Ada Novak saved this');
    expect(conflict).to.contain('Handed out: assigned only (was offered one after another)');
    expect(conflict).to.contain('Name: both of you. Theirs: Bills');
    expect(one<HTMLInputElement>(el, '#f-name').value).to.equal('Invoices');
    expect(one<HTMLSelectElement>(el, '#f-distribution').value).to.equal('external');
    await expect(el).to.be.accessible();
    await act(el, 'Take theirs for Name');
    await act(el, 'Look at the change');
    await act(el, 'Save');
    const billing = played.whole.queues.find(({ id }) => id === 'billing');
    expect([billing?.name, billing?.distribution, billing?.sentimentAlert]).to.deep.equal(['Bills', 'external', 2]);
  });

  it('[R3] withdraw a person’s access in one step, after saying what that ends', async () => {
    const el = await openSettings();
    await goTo(el, 'People', 'Ines Carvalho');
    played.effects = [{ effect: 'signsOut', count: 1 }];
    await act(el, 'Withdraw access');
    expect(words(one(el, '.review'))).to.contain('Every page of this person closes within 5 seconds.');
    await act(el, 'Save');
    expect(played.whole.people.find(({ id }) => id === 'ines')?.disabled).to.equal(true);
    expect(button(el, 'Give access back')).to.not.equal(undefined);
  });

  it('[R5] say what they are not for', async () => {
    expect(words(one(await openSettings(), '.use'))).to.contain('not for employment decisions');
  });
});
