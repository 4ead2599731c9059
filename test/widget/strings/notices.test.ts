import { noticeKinds } from '@floorwalk/core/conversation';
import { noticeTranslations, noticeWords } from '../../../widget/strings/notices.ts';
import { expect } from '@open-wc/testing';

describe('notices for staff', () => {
  it('[N1] words every kind, also without parameters', () => {
    for (const kind of noticeKinds) expect(noticeWords(kind, {}), kind).to.match(/^[A-Z].*[^.]$/u);
  });

  it('[N1] names who joined, who handed over and who ended', () => {
    expect(noticeWords('consultantJoined', { person: 'Ines Carvalho' })).to.equal('Ines Carvalho joined as consultant');
    expect(noticeWords('transferred', { from: 'Tomás Herrera', to: 'Priya Raman' })).to.equal(
      'Tomás Herrera handed over to Priya Raman',
    );
    expect(noticeWords('assigned', { agent: 'Ben Adeyemi', by: 'Ana Kovač' })).to.equal(
      'Assigned to Ben Adeyemi, by Ana Kovač',
    );
    expect(noticeWords('conversationEnded', { by: 'unanswered' })).to.equal('The conversation ended unanswered');
  });

  it('[N1] can be worded otherwise for a language', () => {
    noticeTranslations.add('eo', { customerReturned: () => 'La kliento revenis' });
    document.documentElement.lang = 'eo';
    expect(noticeWords('customerReturned', {})).to.equal('La kliento revenis');
    document.documentElement.lang = 'en';
  });
});
