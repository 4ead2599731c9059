import { noticeKinds, staffOnly } from '@floorwalk/core/conversation';
import { customerNoticeWords, isCustomerNotice } from '../../../../widget/strings/customer/index.ts';
import { expect } from '@open-wc/testing';

describe('notices for customers', () => {
  it('[N1] words exactly the kinds that may reach a customer', () => {
    expect(noticeKinds.filter(isCustomerNotice)).to.deep.equal(noticeKinds.filter((kind) => !staffOnly.includes(kind)));
    expect(isCustomerNotice('toString')).to.equal(false);
  });

  it('[N1] says who joined, left and handed over by first name', () => {
    expect(customerNoticeWords('consultantJoined', { person: 'Ines Carvalho' })).to.equal(
      'Ines, a consultant, has joined to help.',
    );
    expect(customerNoticeWords('consultantLeft', { person: 'Ines Carvalho' })).to.equal('Ines has left.');
    expect(customerNoticeWords('transferred', { from: 'Tomás Herrera', to: 'Priya Raman' })).to.equal(
      'Tomás handed you over to Priya.',
    );
    expect(customerNoticeWords('queuePosition', { before: 2 })).to.equal('Your place is 3.');
  });

  it('[P1] says nothing of the house, whatever the parameters', () => {
    for (const kind of noticeKinds.filter(isCustomerNotice)) {
      const words = customerNoticeWords(kind, { why: 'unreachable', by: 'agent', mode: 'shown' });
      expect(words, kind).not.to.match(/internal|supervisor|unreachable|note/iu);
    }
  });
});
