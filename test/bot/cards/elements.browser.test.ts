import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright-core';
import { CHROMIUM_ARGS, chromiumPath } from '../../support/chromium.ts';
import { everyCard } from '../../support/cards.ts';

let browser: Browser;
let page: Page;
before(async () => {
  browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGS] });
  page = await browser.newPage();
  const script = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');
  await page.setContent('<!doctype html><title>Cards</title><body></body>');
  await page.addScriptTag({ content: await readFile(script, 'utf8') });
  await page.addScriptTag({ content: RENDER });
});
after(() => browser.close());

/** Runs in the page. */
const RENDER = `globalThis.render = (json) => {
  const made = new AdaptiveCards.AdaptiveCard();
  const context = new AdaptiveCards.SerializationContext();
  made.parse(json, context);
  const element = made.render();
  document.body.replaceChildren(element);
  return {
    text: element.innerText,
    buttons: [...element.querySelectorAll('button')].map((button) => button.innerText),
    problems: Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message),
    links: element.querySelectorAll('a, script, img').length,
    dir: element.dir,
  };
}`;

/** What the published renderer makes of a card. */
interface Rendered {
  readonly text: string;
  readonly buttons: readonly string[];
  readonly problems: readonly string[];
  readonly links: number;
  readonly dir: string;
}

test('every card is rendered whole by the published renderer, which finds nothing wrong with it', async (t) => {
  for (const [name, card] of Object.entries(everyCard))
    await t.test(name, async () => {
      const rendered: Rendered = await page.evaluate(`render(${JSON.stringify(card)})`);
      assert.deepEqual(rendered.problems, []);
      assert.equal(rendered.links, 0);
      assert.ok(rendered.text.length > 0 && rendered.buttons.length > 0, rendered.text);
      assert.equal(rendered.dir === 'rtl', card['rtl'] === true);
    });
});
