import '../../../../widget/elements/supervisor/define.ts';
import type { LiveClient } from '../../../../widget/client/index.ts';
import type { FloorwalkForceClose } from '../../../../widget/elements/supervisor/force-close.ts';
import { PanelClosedEvent } from '../../../../widget/events/floor-events.ts';
import { mount, type Mounted } from '../../support/mount.ts';
import { scriptedClient, ScriptedServer } from '../../support/scripted-server.ts';
import { button, one, words, write } from '../../support/shown.ts';
import { expect } from '@open-wc/testing';

describe('closing a conversation for good', () => {
  let server: ScriptedServer;
  let client: LiveClient;
  let panel: Mounted<FloorwalkForceClose>;
  let customerReads: { readonly words: string; readonly lang: string } | null = {
    words: 'Wir beenden dieses Gespräch.',
    lang: 'de-AT',
  };
  beforeEach(async () => {
    server = new ScriptedServer();
    server.answer = ({ dryRun }) => ({ result: dryRun ? { customerReads } : null });
    client = await scriptedClient(server);
    const about = { conversation: 'c1', customer: 'Marta Olsen' };
    panel = await mount<FloorwalkForceClose>('floorwalk-force-close', client, about, {
      hears: [PanelClosedEvent.type],
    });
  });
  afterEach(() => client.close());

  it('[B1] shows the customer’s words, needs a reason, and says what stood against it', async () => {
    expect(server.whatIfs()).to.deep.equal([{ type: 'force-close', conversation: 'c1', reason: '-' }]);
    expect(words(panel.el)).to.contain('Marta Olsen reads:');
    const said = one(panel.el, 'q');
    expect([words(said), said.lang]).to.deep.equal(['Wir beenden dieses Gespräch.', 'de-AT']);
    const submit = button(panel.el, 'Close the conversation');
    submit.click();
    await panel.shown();
    expect(server.commands()).to.have.length(0);
    server.answer = () => ({ refusal: { refusal: 'outOfScope' } });
    write(one(panel.el, 'input'), ' Abuse ');
    submit.click();
    await panel.shown();
    expect(server.commands()).to.deep.equal([{ type: 'force-close', conversation: 'c1', reason: 'Abuse' }]);
    expect(words(one(panel.el, '[role="alert"]'))).to.contain('outside your floor');
    expect(panel.events).to.have.length(0);
    await expect(panel.el).to.be.accessible();
    server.answer = () => ({ result: null });
    submit.click();
    await panel.shown();
    expect(panel.events).to.have.length(1);
  });

  it('[B1] says that a customer is not told', async () => {
    customerReads = null;
    const about = { conversation: 'c2', customer: 'Marta Olsen' };
    const other = await mount<FloorwalkForceClose>('floorwalk-force-close', client, about, { hears: [] });
    await other.shown();
    expect(words(other.el)).to.contain('Marta Olsen is not told');
    expect(other.el.renderRoot.querySelector('q')).to.equal(null);
  });

  it('does nothing when it is cancelled', () => {
    button(panel.el, 'Cancel').click();
    expect(panel.events).to.have.length(1);
    expect(server.commands()).to.have.length(0);
  });
});
