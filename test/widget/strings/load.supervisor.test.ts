import '../../../widget/elements/supervisor/define.ts';
import type { LiveClient } from '../../../widget/client/index.ts';
import type { FloorwalkFloor } from '../../../widget/elements/floor/floor.ts';
import type { FloorwalkPalette } from '../../../widget/elements/floor/palette.ts';
import type { FloorwalkSupervisor } from '../../../widget/elements/supervisor/supervisor.ts';
import { waitUntil } from '@open-wc/testing';
import { loadStaffLanguage } from '../../../widget/strings/load.ts';
import { refusalSentence, t } from '../../../widget/strings/index.ts';
import { busyBoard, busyFloor } from '../support/busy-floor.ts';
import { conversationOf, detail, floorOf } from '../support/floor-facts.ts';
import { mount, type Mounted } from '../support/mount.ts';
import { drawn, savedView } from '../support/opened-views.ts';
import { scriptedClient, ScriptedServer } from '../support/scripted-server.ts';
import { all, one, press, write } from '../support/shown.ts';
import { Walk } from '../support/walk.ts';

Walk.through('a supervisor’s page', loadStaffLanguage, (walk) => {
  let server: ScriptedServer;
  let client: LiveClient;
  let panel: Mounted<FloorwalkSupervisor>;
  beforeEach(async () => {
    localStorage.clear();
    sessionStorage.clear();
    server = new ScriptedServer();
    client = await scriptedClient(server);
    const { width } = walk();
    panel = await mount<FloorwalkSupervisor>('floorwalk-supervisor', client, {}, { width, height: 800 });
  });
  afterEach(() => client.close());

  const see = (state: string, signs: Parameters<Walk['see']>[2], again?: () => Promise<unknown>) =>
    walk().see(panel.el, state, signs, again);
  const floor = (): FloorwalkFloor => one<FloorwalkFloor>(panel.el, 'floorwalk-floor');
  const full = async (): Promise<void> => {
    server.publish('floor', floorOf(busyFloor()));
    server.publish('agents', busyBoard());
    await panel.shown();
  };
  const select = async (id: string): Promise<void> => {
    one(floor(), `[data-id="${id}"]`).click();
    await floor().updateComplete;
  };

  it('the floor: not there yet, empty, full, filtered, refused, held', async () => {
    await see('not there yet', [() => t('gettingTheFloor', { queues: 2 })]);
    server.publish('floor', floorOf([]));
    await panel.shown();
    await see('empty', [() => t('nothingInView')]);
    await full();
    await select('c1');
    await see('full', ['.row.choosable', '.agent', '.why', () => t('commandClaimHand'), () => t('use')]);
    server.answer = () => ({ refusal: { refusal: 'handClaimed' } });
    await see('refused', ['.refusal', () => refusalSentence({ refusal: 'handClaimed', detail: '' })], async () => {
      press(one(floor(), '[data-id="c1"]'), 'h');
      await panel.shown();
    });
    // What was worded when it happened stays as it was worded.
    all(floor(), '.refusal button').at(-1)?.click();
    one(floor(), '[data-id="c1"]').focus();
    server.publish('floor', floorOf(busyFloor().toReversed()));
    await panel.shown();
    await see('held', [() => t('orderHeld', { rows: 6 }), () => t('show')]);
    floor().ask({ text: 'zebra' });
    server.publish('floor', floorOf([], { counts: { all: 7, attention: 2, active: 4 } }));
    await panel.shown();
    await see('filtered', [() => t('noMatch')]);
  });

  it('the menu of a filter, the palette and its keys', async () => {
    await full();
    await select('c1');
    one(floor(), '[popovertarget="filter-channels"]').click();
    await waitUntil(() => all(floor(), '.values').length > 0);
    await see('menu', ['.values', () => t('chooseNone')]);
    one(floor(), '#filter-channels').hidePopover();
    const palette = one<FloorwalkPalette>(floor(), 'floorwalk-palette');
    const show = (mode: 'commands' | 'keys') => async (): Promise<void> => {
      floor().showPalette(mode);
      await palette.updateComplete;
    };
    await see('palette', ['.list .entry', () => t('paletteBeside'), () => t('groupAlarms')], show('commands'));
    write(one(palette, 'input'), 'zebra');
    await palette.updateComplete;
    await see('palette, nothing found', [() => t('paletteNone')]);
    await see('keys', ['dl', () => t('keys')], show('keys'));
  });

  it('the menu of saved views: none, one’s own and the shared, one that is changed, a name that is taken, one saved', async () => {
    await full();
    const shared = { shared: true, owner: { id: 'jonas', name: 'Jonas Weber' } };
    let views = [savedView('v1', 'Zebra'), savedView('v2', 'مارتا أولسن', shared)];
    const tell = async (kept: typeof views): Promise<void> => {
      server.publish('views', { type: 'views', views: kept, opensWith: 'v1' });
      await panel.shown();
    };
    const menu = async (): Promise<HTMLElement> => {
      if (!one(floor(), '.views-menu').matches(':popover-open')) one(floor(), '.views-button').click();
      await import('../../../widget/elements/floor/saved-views-menu.ts');
      await drawn(panel);
      return one(floor(), '.views-menu');
    };
    await tell([]);
    await see('no views', ['.views-menu .hint', () => t('viewsNone')], menu);
    await tell(views);
    await see('views', ['.view-open[aria-current]', () => t('viewsOwn'), () => t('viewsShared')], menu);
    const change = async (): Promise<void> => {
      await menu();
      if (all(floor(), 'li .view-form').length === 0) one(floor(), '.view-line [aria-expanded]').click();
      await drawn(panel);
    };
    await see('a view is changed', ['li .view-form', () => t('replaceLook'), () => t('deleteView')], change);
    const name = async (words: string): Promise<void> => {
      await menu();
      write(one(floor(), '.view-form.end input'), words);
      one<HTMLFormElement>(floor(), '.view-form.end').requestSubmit();
      await drawn(panel);
    };
    one(floor(), '.views-menu').hidePopover();
    await see('a name is taken', ['.views-box .strip.bad', () => t('viewNameTaken')], () => name('Zebra'));
    server.answer = ({ command }) => {
      if (command.type === 'save-view') views = [savedView(command.view, 'Late')];
      queueMicrotask(() => void tell(views));
      return { result: null };
    };
    await see('a view is saved', ['.views-box .strip.still', () => t('viewSaved', { view: 'Late' })], async () => {
      await tell([]);
      await name('Late');
    });
  });

  it('the board: a presence that waits to be confirmed', async () => {
    await full();
    const board = one(panel.el, 'floorwalk-agents');
    const field = one<HTMLSelectElement>(board, '[data-id="ana"] select');
    field.value = 'doNotDisturb';
    field.dispatchEvent(new Event('change'));
    await panel.shown();
    one(board, '.confirm button').focus();
    await see('presence', ['.confirm', () => t('presenceConfirmMore', { agent: 'Ana Kovač' })]);
  });

  const watch = async (id: string, customer: string): Promise<void> => {
    panel.el.monitor(id, { customer, beside: true });
    await panel.shown();
    server.publish('conversation', conversationOf(detail({ id, customer: { name: customer } })));
    await panel.shown();
  };

  it('three monitors side by side, and no place for a fourth', async () => {
    await full();
    await watch('c1', 'Marta Olsen');
    await watch('c2', 'Joel Fagan');
    await watch('c3', 'مارتا أولسن');
    await see('side by side', [
      '.panel-tabs',
      'floorwalk-monitor.front',
      () => t('closePanelOf', { customer: 'Joel Fagan' }),
    ]);
    await see('no place', ['.trouble', () => t('panelsFull', { most: 3 })], async () => {
      panel.el.monitor('c4', { beside: true });
      await panel.shown();
    });
  });

  it('without a connection, and shut out', async () => {
    await full();
    server.opens = false;
    server.socket.drop();
    await panel.shown();
    await see('lost', [() => t('tryNow')]);
    server.opens = true;
    client.retry();
    await panel.shown();
    server.socket.drop(4503, 'The right to connect was withdrawn.');
    await panel.shown();
    await see('shut out', [() => t('accessWithdrawn'), '[lang="en"]']);
  });
});
