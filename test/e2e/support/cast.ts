import type { Locator, Page } from 'playwright-core';
import type { Seat } from './stage.ts';

/** What a supervisor does on the page, found by what it is called. */
export function supervisorOn({ page }: Seat, customer: string) {
  const row: Locator = page
    .getByRole('grid', { name: 'Conversations' })
    .getByRole('row', { name: new RegExp(customer, 'u') });
  const press = (command: string): Promise<void> =>
    page
      .getByRole('toolbar', { name: 'Commands' })
      .getByRole('button', { name: new RegExp(`^${command}`, 'u') })
      .click();
  const give = async (command: 'Assign' | 'Transfer', agent: string): Promise<void> => {
    await row.click();
    await press(command);
    const dialog = page.getByRole('group', { name: `${command} ${customer}` });
    await dialog.getByRole('option', { name: new RegExp(agent, 'u') }).click();
    await dialog.getByRole('button', { name: `${command} to ${agent}` }).click();
    await dialog.waitFor({ state: 'hidden' });
  };
  const panel = page.getByRole('region', { name: `Monitor: ${customer}` });
  return {
    row,
    panel,
    transcript: panel.getByRole('log', { name: 'Transcript' }),
    assignTo: (agent: string) => give('Assign', agent),
    transferTo: (agent: string) => give('Transfer', agent),
    async monitor(): Promise<void> {
      await row.click();
      await press('Monitor');
      await panel.waitFor();
    },
    join: () => panel.getByRole('button', { name: 'Join', exact: true }).click(),
    leave: () => panel.getByRole('button', { name: 'Leave', exact: true }).click(),
    async whisper(text: string): Promise<void> {
      await panel.getByRole('textbox', { name: 'Internal note' }).fill(text);
      await panel.getByRole('button', { name: 'Add note' }).click();
      await panel.getByRole('log').getByText(text).waitFor();
    },
  };
}

/** What an agent does at the desk. */
export function agentOn({ page }: Seat, customer: string) {
  const transcript = page.getByRole('log', { name: 'Transcript' });
  const short = customer.split(' ')[0] ?? customer;
  return {
    transcript,
    async accept(): Promise<void> {
      await page.getByRole('button', { name: /^Accept/u }).click();
      await transcript.waitFor();
    },
    async answer(text: string): Promise<void> {
      await page.getByRole('textbox', { name: `Message to ${customer}` }).fill(text);
      await page.getByRole('button', { name: `Send to ${short}` }).click();
      await transcript.getByText(text).waitFor();
    },
  };
}

/** What a customer does on the shop's page. */
export function customerOn({ page }: Seat) {
  const conversation = page.getByRole('log', { name: 'Conversation' });
  return {
    conversation,
    /** Opens the conversation, under this name where the page asks for one. */
    async begin(name: string): Promise<void> {
      const start = page.getByRole('button', { name: 'Start', exact: true });
      await start.waitFor();
      const asked = page.getByRole('textbox', { name: 'Your name' });
      if (await asked.isVisible()) await asked.fill(name);
      await start.click();
      await conversation.waitFor();
    },
    async write(text: string): Promise<void> {
      await page.getByRole('textbox', { name: 'Your message' }).fill(text);
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await conversation.getByText(text).waitFor();
    },
  };
}

/** Everything that a page shows, shadow trees included. */
export function shownOn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const textOf = (node: Node): string => {
      if (node instanceof HTMLScriptElement || node instanceof HTMLStyleElement) return '';
      const own = node instanceof Element && node.shadowRoot ? [...node.shadowRoot.childNodes] : [];
      const attributes = node instanceof Element ? [...node.attributes].map(({ value }) => value).join(' ') : '';
      const below = [...own, ...node.childNodes].map(textOf).join(' ');
      return `${attributes} ${node instanceof Text ? node.data : ''} ${below}`;
    };
    return textOf(document.documentElement);
  });
}
