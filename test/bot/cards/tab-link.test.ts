import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openInTab } from '../../../bot/cards/elements.ts';
import { TAB, tabLink } from '../../../bot/cards/tab-link.ts';
import { stamp } from '../../support/cards.ts';

const app = '11111111-2222-4333-8444-555555555555';

test('a link names the app, its tab and the conversation, whatever the conversation is called', () => {
  for (const conversation of ['c-7f3a', 'a b&c="d"#e+f%20ü']) {
    const link = tabLink(app)(conversation);
    assert.doesNotMatch(link, /[\s"+#]/u);
    const { origin, pathname, searchParams } = new URL(link);
    assert.equal(origin, 'https://teams.microsoft.com');
    assert.equal(pathname, `/l/entity/${app}/${TAB}`);
    assert.deepEqual(JSON.parse(searchParams.get('context') ?? ''), { subEntityId: conversation });
  }
});

test('a card leads to the tab only where there is one', () => {
  assert.deepEqual(openInTab(stamp, 'c-1'), []);
  const [button] = openInTab({ ...stamp, tab: tabLink(app) }, 'c-1');
  assert.equal(button?.title, 'Open in Floorwalk');
  assert.equal(button.url, tabLink(app)('c-1'));
});
