import { expect, waitUntil } from '@open-wc/testing';
import { act, choose, goTo, openSettings, settled } from '../../support/opened-settings.ts';
import { playDirectory, type PlayedDirectory } from '../../support/played-directory.ts';
import { all, button, one, words, write } from '../../support/shown.ts';

describe('the wording of notices', () => {
  let played: PlayedDirectory;
  beforeEach(() => {
    played = playDirectory();
  });
  afterEach(() => played.stop());

  it('[N1] is shown as the customer will read it, in the customer’s language, while it is written', async () => {
    const el = await openSettings();
    await goTo(el, 'Notices to customers');
    expect(words(one(el, '.preview'))).to.contain('Your place is 3.');
    choose(one(el, '.languages select'), 'de');
    await waitUntil(() => !words(one(el, '.preview q')).includes('Your place'), 'the language was not fetched');
    const usual = words(one(el, '.preview q'));
    expect(usual).to.not.contain('Your place');
    write(one(el, 'textarea[id$="agentJoined"]'), '<b>{agent}</b> ist da');
    await settled(el);
    const notice = one(el, 'textarea[id$="agentJoined"]').closest('fieldset');
    expect(words(notice?.querySelector('q'))).to.equal('<b>Ana</b> ist da');
    await expect(el).to.be.accessible();
    await act(el, 'Look at the change');
    expect(words(one(el, '.review'))).to.contain('An agent answers, de: <b>{agent}</b> ist da');
    await act(el, 'Save');
    expect(played.whole.policy.wording).to.deep.equal({ 'de:customer:agentJoined': '<b>{agent}</b> ist da' });
  });

  it('[N1] says at once which placeholder has nothing behind it, and offers those that have', async () => {
    const el = await openSettings();
    await goTo(el, 'Notices to customers');
    const area = one<HTMLTextAreaElement>(el, 'textarea[id$="agentJoined"]');
    write(area, 'Hello {wer}');
    await settled(el);
    expect(area.getAttribute('aria-invalid')).to.equal('true');
    expect(words(one(el, '.error'))).to.contain('{wer}');
    write(area, '');
    await settled(el);
    button(el, 'Insert {agent}').click();
    await settled(el);
    expect(area.value).to.equal('{agent}');
    expect(all(el, '.error')).to.have.length(0);
  });

  it('[N1] can be silenced channel by channel, and says that joins are then not told', async () => {
    const el = await openSettings();
    await goTo(el, 'Notices to customers');
    const joined = one(el, 'textarea[id$="consultantJoined"]').closest('fieldset');
    joined?.querySelector<HTMLInputElement>('.choices input')?.click();
    await settled(el);
    expect(words(joined?.querySelector('summary'))).to.contain('not on Live chat');
    played.effects = [{ effect: 'joinsNotTold', count: 1 }];
    await act(el, 'Look at the change');
    expect(words(one(el, '.review'))).to.contain('On 1 channel customers are not told when a consultant joins.');
    await act(el, 'Save');
    expect(played.whole.policy.silencedNotices).to.deep.equal(['liveChat:consultantJoined']);
  });

  it('takes another language by its tag, and refuses what is none', async () => {
    const el = await openSettings();
    await goTo(el, 'Notices to customers');
    const field = one<HTMLInputElement>(el, 'input[name="language"]');
    field.value = 'nonsense here';
    await act(el, 'Add the language');
    expect(words(one(el, '.languages [role="alert"]'))).to.contain('Write a language tag');
    field.value = 'pt-BR';
    await act(el, 'Add the language');
    expect(one<HTMLSelectElement>(el, '.languages select').value).to.equal('pt-BR');
  });
});
