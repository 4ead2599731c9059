import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly attribute?: string;
}
interface Declaration {
  readonly name: string;
  readonly tagName: string;
  readonly description: string;
  readonly attributes: readonly Named[];
  readonly members: readonly (Named & { readonly kind: string })[];
  readonly events: readonly Named[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly Named[];
}

const root = join(import.meta.dirname, '../..');
const load = <T>(file: string): Promise<T> => import(join(root, 'tools/panels', file)) as Promise<T>;
const source = (file: string): Promise<string> => readFile(join(root, 'widget', file), 'utf8');

let declarations: readonly Declaration[];
before(async () => {
  const { analyse } = await load<{ analyse(): { modules: readonly { declarations: readonly Declaration[] }[] } }>(
    'analyse.mjs',
  );
  declarations = analyse().modules.flatMap((it) => it.declarations);
});

const find = (tagName: string): Declaration =>
  declarations.find((it) => it.tagName === tagName) ?? assert.fail(tagName);
const names = (list: readonly Named[]): readonly string[] => list.map(({ name }) => name);

test('the manifest has every panel, and whatever is public of it has a sentence', () => {
  assert.equal(declarations.length, 10);
  for (const { tagName, description, attributes, members, events, cssParts, cssProperties } of declarations)
    for (const words of [
      description,
      ...[attributes, members, events, cssParts, cssProperties].flat().map((it) => it.description),
    ])
      assert.match(words ?? '', /^[A-Z`].*[.)]$/u, tagName);
});

/** What a panel's sources declare, each with its attribute where it has one. */
async function declaredBy(name: string): Promise<readonly { readonly field: string; readonly attribute?: string }[]> {
  const code = await source(`elements/${name}/${name}.ts`);
  const inherited = /extends (\w+)/u.exec(code)?.[1] ?? '';
  if (inherited === 'CustomerElement') {
    const quoted = (list: RegExp): readonly string[] =>
      [...(list.exec(code)?.[1] ?? '').matchAll(/'(\w+)'/gu)].flatMap(([, it]) => it ?? []);
    const attributes = quoted(/observedAttributes = \[([^\]]*)\]/u);
    const own = quoted(/this\.live\(([^)]*)\)/u).filter((field) => !new RegExp(`private ${field}\\b`, 'u').test(code));
    return [...attributes.map((field) => ({ field, attribute: field })), ...own.map((field) => ({ field }))];
  }
  const base = inherited === 'LitElement' ? '' : await source('elements/panel/floorwalk-panel.ts');
  const between = inherited === 'CandidatesPanel' ? await source('elements/assign/candidates-panel.ts') : '';
  const declared = `${code}${between}${base}`.matchAll(/@property\((?<options>[^)]*)\)\s+(?<field>\w+)/gu);
  return [...declared].map(({ groups: { options = '', field = '' } = {} }) => {
    if (options.includes('attribute: false')) return { field };
    return { field, attribute: /attribute: '([^']+)'/u.exec(options)?.[1] ?? field.toLowerCase() };
  });
}

test('every property that the sources declare is in the manifest, under its attribute where it has one', async () => {
  for (const { tagName, attributes, members } of declarations) {
    const declared = await declaredBy(tagName.replace('floorwalk-', ''));
    assert.ok(declared.length >= 5, tagName);
    for (const { field } of declared) assert.ok(names(members).includes(field), `${tagName}.${field}`);
    assert.deepEqual(
      names(attributes).toSorted(),
      declared.flatMap(({ attribute }) => attribute ?? []).toSorted(),
      tagName,
    );
  }
});

test('the host page’s calls and what goes up to it are in the manifest', () => {
  assert.ok(names(find('floorwalk-supervisor').members).includes('monitor'));
  assert.ok(names(find('floorwalk-monitor').members).includes('monitor'));
  assert.ok(names(find('floorwalk-floor').events).includes('floorwalk-command-requested'));
  assert.ok(names(find('floorwalk-assign').events).includes('floorwalk-panel-closed'));
});

test('a panel hands up every part of the panels within it', async () => {
  const { allParts } = await load<{ allParts: string }>('../../widget/elements/panel/all-parts.ts');
  const parts = declarations.filter(({ name }) => name !== 'FloorwalkChat').flatMap(({ cssParts }) => names(cssParts));
  const handedUp = allParts.split(',');
  assert.deepEqual(
    parts.filter((part) => !handedUp.includes(part)),
    [],
  );
});

test('no panel takes content of the page, so there is no slot to describe', async () => {
  for (const { slots, tagName } of declarations) {
    const name = tagName.replace('floorwalk-', '');
    assert.deepEqual([slots, /<slot/u.test(await source(`elements/${name}/${name}.ts`))], [[], false]);
  }
});

test('editors are told every tag and attribute and every custom property', async () => {
  type Data = { tags?: { name: string; attributes: Named[] }[]; properties?: Named[] };
  const { htmlData, cssData } = await load<Record<'htmlData' | 'cssData', (of: unknown) => Data>>('editor-data.mjs');
  assert.deepEqual(
    htmlData(declarations).tags?.map((tag) => [tag.name, names(tag.attributes)]),
    declarations.map((it) => [it.tagName, names(it.attributes)]),
  );
  const told = names(cssData(declarations).properties ?? []);
  for (const { cssProperties } of declarations)
    for (const { name } of cssProperties) assert.ok(told.includes(name), name);
});

test('the reference in the README is the manifest’s; `npm run reference` writes it anew', async () => {
  const { currentReadme } = await load<{ currentReadme(): Promise<string> }>('main.mjs');
  assert.equal(await source('README.md'), await currentReadme());
});
