import '../../../../widget/elements/floor/define.ts';
import type { LiveClient } from '../../../../widget/client/index.ts';
import { Attention } from '../../../../widget/elements/floor/attention.ts';
import { floorOf, minute, row } from '../../support/floor-facts.ts';
import { scriptedClient, ScriptedServer } from '../../support/scripted-server.ts';
import { announced } from '../../support/shown.ts';
import { expect } from '@open-wc/testing';

const waiting = (id: string, customer: string) =>
  row(id, {
    customer,
    reasons: [{ kind: 'waiting', params: { since: Date.now() - 4 * minute - 1_000, target: 2 * minute } }],
  });

describe('the alarms of the floor', () => {
  let server: ScriptedServer;
  let client: LiveClient;
  let attention: Attention;
  let page: AbortController;
  const topics = () => server.sent('subscribe').map(({ topic }) => topic);
  beforeEach(async () => {
    localStorage.clear();
    server = new ScriptedServer();
    client = await scriptedClient(server);
    page = new AbortController();
    attention = new Attention(
      () => {},
      () => {},
    );
    attention.follow(client, page.signal);
  });
  afterEach(() => {
    page.abort();
    client.close();
    localStorage.clear();
  });

  it('[F3] asks for nothing while all of them are off', () => {
    expect(topics()).to.deep.equal([]);
    attention.sound.toggle();
    expect(topics()).to.deep.equal([{ kind: 'floor', query: { view: 'attention', sort: 'attention', limit: 100 } }]);
  });

  it('[F3] says whom and why in words, whatever the list is filtered by, and not what was there before', () => {
    attention.sound.toggle();
    const said = announced();
    server.publish('floor', floorOf([waiting('a', 'Marta Olsen')]));
    expect(announced()).to.equal(said);
    server.publish('floor', floorOf([waiting('a', 'Marta Olsen'), waiting('b', 'Petra Novak')]));
    expect(announced()).to.equal('Petra Novak: Waiting 4 min, target 2');
    server.publish('floor', floorOf(['a', 'b', 'c', 'd'].map((id) => waiting(id, id))));
    expect(announced()).to.contain('1 more conversation needs attention');
  });

  it('ends with its page', () => {
    attention.sound.toggle();
    page.abort();
    expect(server.sent('unsubscribe')).to.have.length(1);
  });
});
