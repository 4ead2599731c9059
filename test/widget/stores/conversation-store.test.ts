import { ConversationStore } from '../../../widget/stores/conversation-store.ts';
import { conversationOf, detail, entry, noon } from '../support/floor-facts.ts';
import { expect } from '@open-wc/testing';

type Update = Parameters<ConversationStore['take']>[0];
const push = (store: ConversationStore, message: object): void => store.take({ id: 's1', ...message } as Update, noon);
const texts = (store: ConversationStore): readonly string[] =>
  store.entries().flatMap((it) => (it.type === 'message' ? [it.text] : []));
const priya = { kind: 'agent', id: 'priya', name: 'Priya Raman' } as const;

describe('what a panel knows of a conversation', () => {
  it('takes an entry once, however often it comes, and all anew when told so', () => {
    const store = new ConversationStore();
    push(store, conversationOf(detail(), [entry(1, 'One'), entry(2, 'Two')]));
    push(store, conversationOf(null, [entry(2, 'Two'), entry(3, 'Three')]));
    expect(texts(store)).to.deep.equal(['One', 'Two', 'Three']);
    push(store, conversationOf(detail(), [entry(1, 'Only')]));
    expect(texts(store)).to.deep.equal(['Only']);
  });

  it('keeps what did not change, and takes what did', () => {
    const store = new ConversationStore();
    push(store, conversationOf(detail({ subject: 'A parcel', transfers: 0 })));
    push(store, { ...conversationOf(null), changes: { transfers: 1, waitSince: noon } });
    expect(store.detail).to.include({ subject: 'A parcel', transfers: 1, waitSince: noon });
    push(store, { ...conversationOf(null), changes: { waitSince: null } });
    expect(store.detail).to.include({ transfers: 1, waitSince: null });
  });

  it('[P1] holds the two planes apart although both number from one', () => {
    const store = new ConversationStore();
    push(store, conversationOf(detail(), [entry(1, 'Said')]));
    push(store, conversationOf(null, [entry(1, 'Noted', { id: 'i1', plane: 'internal' })]));
    expect(texts(store)).to.deep.equal(['Said', 'Noted']);
  });

  it('[P4] an own text stands at the end until the server has it, and once', () => {
    const store = new ConversationStore();
    push(store, conversationOf(detail(), [entry(1, 'One')]));
    store.sending({ id: 'm9', plane: 'internal', text: 'Mine', at: noon, from: priya });
    expect(store.entries().at(-1)).to.include({ text: 'Mine', status: 'sending' });
    store.failed('m9');
    expect(store.entries().at(-1)).to.include({ text: 'Mine', status: 'failed' });
    push(store, conversationOf(null, [entry(2, 'Mine', { id: 'm9', plane: 'internal' })]));
    expect(texts(store)).to.deep.equal(['One', 'Mine']);
    expect(store.own('m9')).to.equal(undefined);
  });

  it('[N2] a line says how it fared on the channel once anything was said of it, and whom Teams may not have shown it', () => {
    const store = new ConversationStore();
    const lines = [entry(1, 'Asked'), ...[2, 3, 4, 5].map((n) => entry(n, `Line ${n}`, { from: priya }))];
    push(store, conversationOf(detail(), lines));
    const fates = () => store.entries().map(({ delivery }) => delivery);
    expect(fates()).to.deep.equal([undefined, undefined, undefined, undefined, undefined]);
    const ids = lines.map(({ id }) => id);
    const not = { [ids[1]!]: { outcome: 'failed', at: noon }, [ids[2]!]: { outcome: 'unknown', at: noon } };
    const undelivered = [
      { id: 'ines', name: 'Ines', entries: [ids[4]!] },
      { id: 'jonas', name: 'Jonas', entries: [ids[4]!, 'gone'] },
    ];
    push(store, { ...conversationOf(null), changes: { deliveries: { upTo: 4, not }, undelivered } });
    expect(fates()).to.deep.equal([undefined, 'failed', 'unknown', 'delivered', 'sent']);
    expect(store.entries().map(({ unshown }) => unshown)).to.deep.equal([
      undefined,
      undefined,
      undefined,
      undefined,
      'Ines and Jonas',
    ]);
  });

  it('[M2] says who types until they write or a while has passed', () => {
    const store = new ConversationStore();
    push(store, { type: 'typing', who: priya, plane: 'public' });
    expect(store.typing(noon + 4_999)).to.include({ plane: 'public' });
    expect(store.typing(noon + 5_000)).to.equal(undefined);
    push(store, conversationOf(null, [entry(1, 'Written', { from: priya })]));
    expect(store.typing(noon)).to.equal(undefined);
  });

  it('[M6] what ended goes on when the server sends more', () => {
    const store = new ConversationStore();
    push(store, { type: 'ended', refusal: { refusal: 'state', detail: '' }, resumes: true });
    expect(store.ended?.resumes).to.equal(true);
    push(store, conversationOf(detail()));
    expect(store.ended).to.equal(undefined);
  });
});
