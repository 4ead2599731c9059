import { expect } from '@open-wc/testing';
import { lineWords } from '../../../../widget/elements/audit/line-words.ts';
import type { RecordLine } from '../../../../widget/elements/audit/read-record.ts';

const names = { names: { ines: 'Ines Carvalho', billing: 'Billing', ana: 'Ana Kovač' }, conversations: {} };
const line = (what: string, details: RecordLine['details']): RecordLine => ({
  offset: 1,
  at: 0,
  who: 'ines',
  from: 'panel',
  what,
  about: [],
  details,
});

describe('a line of the record in words', () => {
  it('[R4] [F6] says which shared view it is and what of it changed, in names', () => {
    const { who, what, details } = lineWords(
      line('ViewSaved', {
        entry: 'view:billing',
        'was.name': 'Bills',
        'now.name': 'billing',
        'was.queues': '',
        'now.queues': 'billing',
        'was.agents': '',
        'now.agents': 'ana',
        'was.sentiments': '',
        'now.sentiments': '1, 2',
        'was.channels': '',
        'now.channels': 'liveChat, sms',
        'was.view': 'all',
        'now.view': 'attention',
        'was.sort': 'attention',
        'now.sort': 'wait',
        'was.density': null,
        'now.density': 'compact',
      }),
      names,
    );
    // The view is called as it is, whatever queue has that for an id.
    expect([who, what]).to.deep.equal(['Ines Carvalho', 'shared a view, or changed it: view billing']);
    expect(details).to.deep.equal([
      'Name: billing (was Bills)',
      'Queues: Billing',
      'Agents: Ana Kovač',
      'Sentiment: Very negative and Negative',
      'Channels: Live chat and SMS',
      'View: Needs attention (was All)',
      'Sorted by: Wait (was Needs attention)',
      'Rows: Rows of one line',
    ]);
    expect(lineWords(line('ViewDeleted', { entry: 'view:Bills' }), names).what).to.equal(
      'deleted a shared view: view Bills',
    );
  });
});
