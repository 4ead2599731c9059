import type { LiveClient } from '../../../../widget/client/index.ts';
import { FloorwalkPanel } from '../../../../widget/elements/panel/floorwalk-panel.ts';
import { playedClient } from '../../support/played-client.ts';
import { expect, fixture, html as template } from '@open-wc/testing';
import { css, html, type TemplateResult } from 'lit';

/** A panel that shows nothing but its connection. */
class TestPanel extends FloorwalkPanel {
  static override styles = css``;
  readonly openings: { readonly client: LiveClient; readonly signal: AbortSignal }[] = [];

  protected override opened(client: LiveClient, signal: AbortSignal): void {
    this.openings.push({ client, signal });
  }
  protected override render(): TemplateResult {
    return html`${this.renderConnection()}`;
  }
}
customElements.define('test-panel', TestPanel);

const never = (): Promise<string> => new Promise(() => {});
const show = async (): Promise<TestPanel> => {
  const panel = await fixture<TestPanel>(template`<test-panel server="https://floor.example"></test-panel>`);
  await panel.updateComplete;
  return panel;
};

describe('what every staff panel is', () => {
  it('waits for the page to say how to sign in, whenever that is', async () => {
    const panel = await show();
    expect(panel.openings).to.have.length(0);
    panel.getToken = never.bind(undefined);
    await panel.updateComplete;
    expect(panel.openings).to.have.length(1);
    panel.headingLevel = 3;
    await panel.updateComplete;
    expect(panel.openings).to.have.length(1);
  });

  it('asks for its token first and reads its style sheets while that comes, each once', async () => {
    const panel = document.createElement('test-panel') as TestPanel;
    const read = (): number | undefined => panel.shadowRoot?.adoptedStyleSheets.length;
    let readBefore: number | undefined;
    panel.getToken = () => {
      readBefore = read();
      return never();
    };
    document.body.append(panel);
    await panel.updateComplete;
    expect([readBefore, read()]).to.deep.equal([0, 1]);
    panel.remove();
    document.body.append(panel);
    await panel.updateComplete;
    expect(read()).to.equal(1);
    panel.remove();
  });

  it('goes to another server when it is told, and leaves the first', async () => {
    const panel = await show();
    panel.getToken = never.bind(undefined);
    await panel.updateComplete;
    panel.server = 'https://other.example';
    await panel.updateComplete;
    expect(panel.openings.map(({ client }) => client.server)).to.deep.equal([
      'https://floor.example',
      'https://other.example',
    ]);
    expect(panel.openings.map(({ signal }) => signal.aborted)).to.deep.equal([true, false]);
  });

  it('shares the connection of the panel around it, closes what it opened when it is gone, and opens it again', async () => {
    const { client } = await playedClient();
    const panel = await show();
    panel.client = client;
    await panel.updateComplete;
    const box = panel.parentElement;
    panel.remove();
    expect(panel.openings[0]?.signal.aborted).to.equal(true);
    box?.append(panel);
    await panel.updateComplete;
    expect(panel.openings.map((opening) => opening.client === client)).to.deep.equal([true, true]);
    expect(panel.openings[1]?.signal.aborted).to.equal(false);
    client.close();
  });

  it('says that the connection is lost, once to those who listen, and tries again when asked', async () => {
    const { client, socket } = await playedClient();
    const panel = await show();
    panel.client = client;
    await panel.updateComplete;
    socket.drop();
    await panel.updateComplete;
    const said = panel.shadowRoot?.querySelector('[role="status"]')?.textContent ?? '';
    expect(said).to.match(/^No connection since \d\d:\d\d:\d\d\.$/u);
    expect(panel.shadowRoot?.textContent).to.include('Trying again in');
    await expect(panel).to.be.accessible();
    let tried = 0;
    client.retry = () => (tried += 1);
    panel.shadowRoot?.querySelector('button')?.click();
    expect(tried).to.equal(1);
    client.close();
  });
});
