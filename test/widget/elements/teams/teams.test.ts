import '../../../../widget/elements/teams/define.ts';
import type { FloorwalkTeams } from '../../../../widget/elements/teams/teams.ts';
import { expect, fixture, html } from '@open-wc/testing';

describe('the tab on a page of its own', () => {
  const asked = (): string[] => performance.getEntriesByType('resource').map(({ name }) => name);

  it('says where to open it where the page has no sign-in, and asks for nothing of Teams', async () => {
    const tab = await fixture<FloorwalkTeams>(html`<floorwalk-teams></floorwalk-teams>`);
    expect(tab.shadowRoot?.textContent).to.include('Open Floorwalk there');
    expect(tab.shadowRoot?.querySelector('floorwalk-supervisor')).to.equal(null);
    expect(tab.theme).to.equal(undefined);
    expect(asked().filter((address) => /teams-js|teams-host/u.test(address))).to.deep.equal([]);
  });

  it('is the supervisor’s work with the page’s own sign-in, given before or after', async () => {
    const getToken = (): Promise<string> => new Promise(() => {});
    const tab = await fixture<FloorwalkTeams>(html`<floorwalk-teams server="https://floor.example"></floorwalk-teams>`);
    tab.getToken = getToken;
    await tab.updateComplete;
    const panel = tab.shadowRoot?.querySelector('floorwalk-supervisor');
    expect(panel?.getToken).to.equal(getToken);
    expect(panel?.server).to.equal('https://floor.example');
  });
});
