import { expect } from '@open-wc/testing';
import { whatHappens } from '../../../../widget/elements/agent/render-sign-out.ts';
import { item, offer } from '../../support/opened-desk.ts';

describe('what signing out does', () => {
  it('[K5] names the fate of each thing held, as the server will decide it', () => {
    const pending = offer('x').row.pending;
    expect(
      whatHappens([
        item('a'),
        item('b', 'primary', { channel: 'sms' }),
        item('c', 'primary', { channel: 'sms', pending }),
        item('d', 'primary', { channel: 'sms', state: 'waiting', phase: null }),
        item('e', 'primary', { state: 'wrap-up', phase: null }),
        item('f', 'consultee'),
        offer('g'),
        item('h', 'pick', { state: 'open', phase: null, agent: null }),
      ]),
    ).to.deep.equal([
      'Back to the queue, for somebody else: Customer a and Customer c.',
      'Parked until the customer writes: Customer b.',
      'The offer ends: Customer g.',
      'You leave: Customer f.',
      'Stays with you as it is: Customer d and Customer e.',
    ]);
  });

  it('says nothing of nothing', () => {
    expect(whatHappens([])).to.deep.equal([]);
  });
});
