import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { customerOn } from './support/cast.ts';
import { openStage, type Seat, type Stage } from './support/stage.ts';

/** Runs if any of it is ever read as markup, as an attribute, as a template or as an address. */
const script = (where: string): string =>
  `${where}<img src=x onerror=globalThis.ran=1><svg/onload=globalThis.ran=1>"onfocus="globalThis.ran=1" autofocus x="'-globalThis.ran-'javascript:globalThis.ran=1 \${globalThis.ran=1}</textarea></style></script><script>globalThis.ran=1</script>`;

/** What every page is watched for: that nothing ran, that no rule of its policy was tried, that nothing became an element. */
async function assertUntouched({ page, errors }: Seat, what: string): Promise<void> {
  const found = await page.evaluate(() => {
    const strange: string[] = [];
    const look = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        const { localName } = element;
        const isOurs = localName !== 'script' || (element as HTMLScriptElement).src.startsWith(location.origin);
        if (['img', 'iframe', 'object', 'embed', 'base'].includes(localName) || !isOurs)
          strange.push(element.outerHTML);
        for (const { name, value } of element.attributes)
          if (name.startsWith('on') || /^\s*javascript:/iu.test(value)) strange.push(`${localName} ${name}=${value}`);
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    look(document);
    const { ran, violations } = globalThis as { ran?: unknown; violations?: string[] };
    return { ran: ran ?? null, violations: violations ?? ['not watched'], strange };
  });
  assert.deepEqual(found, { ran: null, violations: [], strange: [] }, what);
  assert.deepEqual(errors, [], what);
}

let stage: Stage;
let conversation: string;
let customer: Seat;
const seats: { readonly name: string; readonly seat: Seat }[] = [];

/** Opens a page that reports every rule of its policy that something tried to break. */
async function open(name: string, path: string, as?: string): Promise<Seat> {
  const seat = await stage.open(path, { ...(as !== undefined && { as }), watchPolicy: true });
  seats.push({ name, seat });
  return seat;
}

before(async () => {
  stage = await openStage();
  await nameEverything();
  customer = await open('customer', `/customer?name=${encodeURIComponent(script('query'))}#${script('hash')}`);
  await customerOn(customer).begin(script('name'));
  await customerOn(customer).write(`${script('question')} https://example.com/?a=<b> javascript:globalThis.ran=1`);
  conversation = await theConversation();
  await open('sam’s desk', '/agent', 'sam');
  await open('luca’s desk', '/agent', 'luca');
});
after(() => stage.close());

async function ask(
  role: 'supervisor' | 'agent' | 'administrator' | 'integration',
  user: string,
  path: string,
  body?: object,
  method?: string,
): Promise<unknown> {
  return stage.call(role, user, path, body, method);
}

/** Names of queues, workstreams, people and presences, and the wording, are an administrator's to write. */
async function nameEverything(): Promise<void> {
  const directory = (await ask('administrator', 'ada', '/v1/directory')) as Record<
    string,
    { id: string; name: string }[]
  >;
  for (const kind of ['queues', 'workstreams', 'people'] as const)
    for (const entry of directory[kind] ?? [])
      if (entry.id !== 'ada')
        await ask(
          'administrator',
          'ada',
          `/v1/directory/${kind}/${entry.id}`,
          { ...entry, name: script(entry.name).slice(0, 200) },
          'PUT',
        );
  const customPresences = [{ id: 'lunch', name: script('lunch').slice(0, 200), base: 'away' }];
  // What a wording may fill in is its own, or it is not saved.
  const wording = { 'en:customer:agentJoined': script('wording').replace('${globalThis.ran=1}', '{agent}') };
  await ask('administrator', 'ada', '/v1/directory/policy', { customPresences, wording }, 'PUT');
}

async function theConversation(): Promise<string> {
  const { items } = (await ask('supervisor', 'ines', '/v1/conversations')) as { items: { id: string }[] };
  return items[0]?.id ?? '';
}

const act = (role: 'supervisor' | 'agent', user: string, verb: string, body: object = {}): Promise<unknown> =>
  ask(role, user, `/v1/conversations/${conversation}/${verb}`, body);
const say = (role: 'supervisor' | 'agent', user: string, plane: string): Promise<unknown> =>
  act(role, user, 'messages', { id: `m-${user}-${plane}`, text: script(`${plane} of ${user}`), plane });

test('no script in a name, a text, a note, a reason or a card runs or becomes markup on any page', async () => {
  const supervisor = await open(
    'supervisor',
    `/supervisor?x=${encodeURIComponent(script('query'))}#${script('hash')}`,
    'ines',
  );
  await act('supervisor', 'ines', 'assign', { agent: 'sam', override: { reason: script('reason') } });
  await act('agent', 'sam', 'accept');
  await say('agent', 'sam', 'public');
  await say('agent', 'sam', 'internal');
  await act('supervisor', 'ines', 'join');
  await say('supervisor', 'ines', 'internal');
  await say('supervisor', 'ines', 'public');
  const handover = {
    wants: script('wants'),
    tried: script('tried'),
    promised: script('promised'),
    promisedBy: script('by'),
    lastQuestion: script('last'),
  };
  const { page } = supervisor;
  const row = page.getByRole('grid', { name: 'Conversations' }).getByRole('row').nth(1);
  await row.click();
  await press(page, 'Monitor');
  await page.getByRole('log', { name: 'Transcript' }).getByText('internal of ines').waitFor();
  await press(page, 'Transfer');
  await page
    .getByRole('group', { name: /^Transfer/u })
    .getByRole('option')
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await act('supervisor', 'ines', 'transfer', {
    agent: 'luca',
    reason: script('why').slice(0, 1_000),
    handover,
    override: { reason: script('over') },
  });
  await open('crm', '/crm', 'ines');
  await customerOn(customer).conversation.getByText('public of ines').waitFor();
  for (const { name, seat } of seats) await assertUntouched(seat, name);
});

test('what is typed into the search of the floor is text', async () => {
  const { seat } = seats.find(({ name }) => name === 'supervisor') ?? assert.fail();
  const search = seat.page.getByRole('searchbox').or(seat.page.getByRole('textbox', { name: /search|filter|text/iu }));
  await search.first().fill(script('search'));
  const grid = seat.page.getByRole('grid', { name: 'Conversations' });
  await grid.waitFor({ state: 'hidden' });
  await assertUntouched(seat, 'search');
  await search.first().fill('');
  await grid.waitFor();
});

test('whatever can be typed into, on every page, takes a script for text', async () => {
  for (const { name, seat } of seats) {
    const fields = await fillAll(seat.page);
    if (['sam’s desk', 'customer', 'supervisor'].includes(name)) assert.ok(fields.length > 0, name);
    await assertUntouched(seat, `${name}, filled`);
    for (const field of fields) await field.fill('');
  }
});

test('no script in a name, a wording, a key or the record runs on the administrator’s page, shown or typed', async () => {
  await ask(
    'administrator',
    'ada',
    '/v1/directory/integrations/shop',
    { name: script('shop').slice(0, 200), rights: ['deliver'] },
    'PUT',
  );
  const label = script('label').slice(0, 200);
  await ask('administrator', 'ada', '/v1/directory/integrations/shop/keys', { label }, 'POST');
  const sections = ['Switches and policies', 'Queues', 'Workstreams', 'Agents', 'People', 'Integrations'];
  for (const section of [...sections, 'Notices to customers']) {
    const seat = await stage.open('/administrator', { watchPolicy: true });
    const { page } = seat;
    const untouched = (what: string): Promise<void> =>
      // What is typed here is refused by its field, which a browser reports as well.
      assertUntouched({ ...seat, errors: seat.errors.filter((error) => !/\b40[09]\b/u.test(error)) }, what);
    const settings = page.locator('floorwalk-settings');
    await settings.getByRole('button', { name: section, exact: true }).click();
    const record = page.locator('floorwalk-audit');
    await record.locator('li, tr, [role=row], [role=listitem]').first().waitFor();
    await untouched(section);
    const item = settings.locator('.item').first();
    if (sections.indexOf(section) > 0) {
      await item.waitFor();
      await item.click();
    }
    await settings.getByRole('button', { name: 'Look at the change', exact: true }).first().waitFor();
    assert.ok((await fillAll(page)).length > 0, section);
    await untouched(`${section}, filled`);
    await settings.getByRole('button', { name: 'Look at the change', exact: true }).first().click();
    await page.waitForLoadState('networkidle');
    await untouched(`${section}, looked at`);
    await record.getByRole('button', { name: 'Search', exact: true }).click();
    await untouched(`${section}, the record searched`);
    await page.context().close();
  }
});

test('the end with its reason, the record and what comes after it show no script either', async () => {
  await act('supervisor', 'ines', 'force-close', { reason: script('reason').slice(0, 1_000) });
  await customer.page
    .getByText(/ended|closed/iu)
    .first()
    .waitFor();
  for (const { name, seat } of seats) await assertUntouched(seat, name);
});

test('a page under this policy cannot be made to run a text: the policy holds where a template would not', async () => {
  const tried = await customer.page.evaluate(async () => {
    // What a debugger evaluates is excused from the policy; what the page does later is not.
    await new Promise((later) => setTimeout(later));
    const outcome: Record<string, string> = {};
    const attempt = (name: string, act: () => unknown): void => {
      try {
        act();
        outcome[name] = 'done';
      } catch (error) {
        outcome[name] = (error as Error).name;
      }
    };
    attempt('innerHTML', () => (document.createElement('p').innerHTML = '<b>x</b>'));
    attempt('eval', () =>
      Reflect.apply(Reflect.get(globalThis, 'eval') as (text: string) => unknown, undefined, ['globalThis.ran = 1']),
    );
    attempt('policy', () =>
      (
        globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }
      ).trustedTypes.createPolicy('mine', {}),
    );
    const { ran } = globalThis as { ran?: unknown };
    return { ...outcome, ran: ran ?? null };
  });
  assert.deepEqual(tried, { innerHTML: 'TypeError', eval: 'EvalError', policy: 'TypeError', ran: null });
});

/** Types a script into every field that takes text now, and answers them. */
async function fillAll(page: Page): Promise<Locator[]> {
  const fields: Locator[] = [];
  for (const field of await page.locator('input:not([type]), input[type=text], input[type=search], textarea').all()) {
    if (!(await field.isVisible()) || !(await field.isEditable())) continue;
    await field.fill(script('typed'));
    fields.push(field);
  }
  return fields;
}

async function press(page: Page, command: string): Promise<void> {
  await page
    .getByRole('toolbar', { name: 'Commands' })
    .getByRole('button', { name: new RegExp(`^${command}`, 'u') })
    .click();
}
