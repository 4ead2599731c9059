import { expect } from '@open-wc/testing';
import { act, goTo, openSettings, settled } from '../../support/opened-settings.ts';
import { playDirectory, type PlayedDirectory } from '../../support/played-directory.ts';
import { all, announced, one, words, write } from '../../support/shown.ts';

describe('the keys of integrations', () => {
  let played: PlayedDirectory;
  const crm = { id: 'crm', name: 'The CRM', rights: ['open'], disabled: false };
  const key = { id: 'k1', label: 'Old server', createdAt: 0, expiresAt: null };
  beforeEach(() => {
    played = playDirectory();
    played.whole.integrations = [{ ...crm, keys: [key] }];
  });
  afterEach(() => played.stop());

  it('[R3] are made and shown once, until their administrator has them', async () => {
    const el = await openSettings();
    await goTo(el, 'Integrations', 'The CRM');
    await expect(el).to.be.accessible();
    write(one(el, 'input[name="label"]'), 'New server');
    played.next.push(Response.json({ id: 'k2', key: 'secret-of-this-moment' }, { status: 201 }));
    await act(el, 'Make a key');
    expect(one<HTMLInputElement>(el, '.keys .review input').value).to.equal('secret-of-this-moment');
    expect(announced()).to.equal('The key is made.');
    await expect(el).to.be.accessible();
    await act(el, 'I have it');
    expect(all(el, '.keys .review')).to.have.length(0);
  });

  it('[R3] are revoked after a second yes that says what stops', async () => {
    const el = await openSettings();
    await goTo(el, 'Integrations', 'The CRM');
    await act(el, 'Revoke Old server');
    expect(words(one(el, '.key-line'))).to.contain('what uses it stops within 5 seconds');
    played.whole.integrations = [{ ...crm, keys: [] }];
    played.next.push(Response.json({}));
    await act(el, 'Revoke Old server now');
    expect(words(one(el, '.keys'))).to.contain('No key yet.');
    expect(announced()).to.equal('Revoked: Old server.');
  });

  it('are said to be too many in the server’s words', async () => {
    const el = await openSettings(320);
    await goTo(el, 'Integrations', 'The CRM');
    const detail = 'Two keys count already, the old one and the new one. Revoke one first.';
    played.next.push(Response.json({ refusal: 'malformed', field: 'keys', detail }, { status: 400 }));
    await act(el, 'Make a key');
    await settled(el);
    expect(words(one(el, '[role="alert"]'))).to.equal(detail);
    expect(one(el, 'section').scrollWidth).to.be.at.most(320);
  });

  it('are not spoken of where the server keeps none', async () => {
    delete played.whole.integrations;
    const el = await openSettings();
    expect(all(el, '.tab').map((it) => words(it))).to.not.include('Integrations');
  });
});
