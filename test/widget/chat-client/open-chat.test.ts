import { expect } from '@open-wc/testing';
import { openChat } from '../../../widget/chat-client/open-chat.ts';
import { answeredFetch } from '../support/scripted-chat.ts';

const opening = { customer: { name: 'Marta Olsen' }, identity: 'signed' };

describe('asking for a new conversation', () => {
  it('sends what it is about and who the site says it is, and answers the token', async () => {
    const http = answeredFetch({ token: 't1', conversation: 'c1' });
    expect(await openChat('https://floor.example', opening, 'key-1')).to.deep.equal({ ok: true, token: 't1' });
    http.restore();
    expect(http.asked).to.deep.equal([opening]);
    expect(http.keys).to.deep.equal(['key-1']);
  });

  it('never rejects: what is refused, odd or silent is an answer', async () => {
    const http = answeredFetch({ refusal: 'busy', detail: 'Later.' }, 503);
    expect(await openChat('https://floor.example', opening, 'key-1')).to.deep.equal({
      ok: false,
      refusal: 'busy',
      detail: 'Later.',
    });
    http.restore();
    for (const odd of [undefined, { token: 7 }, []]) {
      const answered = answeredFetch(odd);
      expect(await openChat('https://floor.example', opening, 'key-1')).to.deep.equal({
        ok: false,
        refusal: '',
        detail: '',
      });
      answered.restore();
    }
  });
});
