import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Playground } from './playground.ts';

/** A supervisor at the Playground's own page: what they see is what its cards are rendered to. */
export interface Chat {
  readonly page: Page;
  say(text: string): Promise<void>;
  /** The newest card or message with these words. */
  shows(words: string | RegExp): Promise<void>;
  /** Presses the newest button of this name. */
  press(name: string, options?: { readonly twice?: boolean }): Promise<void>;
  /** Chooses from the newest list of a card by a part of its line, typed as people do. */
  choose(label: string, part: string): Promise<void>;
  fill(label: string, text: string): Promise<void>;
  /** Keeps a picture where `PLAYGROUND_PICTURES` names a folder for them. */
  picture(name: string): Promise<void>;
}

/** Opens the personal chat; what the page wants from elsewhere it does not get. */
export async function openChat(browser: Browser, { url }: Playground): Promise<Chat> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  context.setDefaultTimeout(40_000);
  const page = await context.newPage();
  await page.route(
    ({ protocol, host }) => protocol.startsWith('http') && host !== new URL(url).host,
    (route) => route.abort(),
  );
  await page.goto(url);
  await page.locator('button[aria-label="Personal Chat"]').click();
  const newest = (name: string): Locator => page.getByRole('button', { name, exact: true }).last();
  return {
    page,
    say: async (text) => {
      const box = page.locator('[role=textbox]').last();
      await box.fill(text);
      await box.press('Enter');
    },
    shows: (words) => page.getByText(words).last().waitFor(),
    press: async (name, { twice = false } = {}) => {
      if (twice) await newest(name).dblclick();
      else await newest(name).click();
    },
    choose: async (label, part) => {
      const box = page.getByRole('combobox', { name: label }).last();
      await box.click();
      await box.pressSequentially(part);
      await page
        .getByRole('option', { name: new RegExp(part, 'u') })
        .last()
        .click();
    },
    fill: (label, text) => page.getByRole('textbox', { name: label }).last().fill(text),
    picture: async (name) => {
      const { PLAYGROUND_PICTURES: folder } = process.env;
      if (!folder) return;
      await mkdir(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `${name}.png`) });
    },
  };
}
