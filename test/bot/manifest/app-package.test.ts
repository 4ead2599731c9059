import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { strFromU8, unzipSync } from 'fflate';
import { en } from '../../../bot/words/en.ts';
import { tabLink } from '../../../bot/cards/tab-link.ts';
import { readText } from '../../../bot/commands/read-text.ts';
import { appPackage } from '../../../bot/manifest/app-package.ts';

interface Manifest {
  readonly manifestVersion: string;
  readonly icons: Readonly<Record<string, string>>;
  readonly bots: readonly {
    readonly commandLists: readonly { readonly commands: readonly { readonly title: string }[] }[];
  }[];
  readonly composeExtensions: readonly { readonly commands: readonly { readonly id: string }[] }[];
  readonly staticTabs: readonly Readonly<Record<string, unknown>>[];
  readonly webApplicationInfo: unknown;
  readonly validDomains: unknown;
}

const app = '11111111-2222-4333-8444-555555555555';
const ids = {
  app,
  site: new URL('https://floor.example.com'),
  privacy: new URL('https://example.com/p'),
  terms: new URL('https://example.com/t'),
  version: '1.2.3',
  developer: 'Contoso',
};

const filesOf = () => unzipSync(appPackage(ids));
const manifestOf = (): Manifest => JSON.parse(strFromU8(filesOf()['manifest.json'] ?? new Uint8Array())) as Manifest;

function validator() {
  const path =
    '../../../node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.28/MicrosoftTeams.schema.json';
  const schema = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as object;
  // The published schema has patterns that are not valid with the u flag.
  const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
}

test('the manifest is valid against Microsoft’s schema 1.28', () => {
  const isValid = validator();
  assert.ok(isValid(manifestOf()), JSON.stringify(isValid.errors));
});

test('the schema refuses a manifest that is not right', () => {
  const isValid = validator();
  for (const wrong of [
    { id: 'no id' },
    { accentColor: 'dark' },
    { bots: [{}] },
    { manifestVersion: '1.27' },
    { more: 1 },
  ]) {
    assert.ok(!isValid({ ...manifestOf(), ...wrong }), JSON.stringify(wrong));
  }
});

test('the package has the manifest and the icons that it names, of the sizes that Teams wants, and nothing else', () => {
  const files = filesOf();
  const { icons } = manifestOf();
  assert.deepEqual(Object.keys(files).sort(), ['manifest.json', ...Object.values(icons)].sort());
  assert.equal(sideOf(files['color.png']), 192);
  assert.equal(sideOf(files['outline.png']), 32);
});

test('the outline icon is white on nothing; the colour icon leaves nothing through', () => {
  const files = filesOf();
  const outline = pixelsOf(files['outline.png']);
  assert.ok(outline.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255));
  assert.ok(outline.some(([, , , cover]) => cover === 255) && outline.some(([, , , cover]) => cover === 0));
  const colour = pixelsOf(files['color.png']);
  assert.ok(colour.every(([, , , cover]) => cover === 255));
  assert.ok(new Set(colour.map(String)).size > 2);
});

test('the commands that Teams offers are those of the help card, and the bot knows each', () => {
  const titles = manifestOf().bots[0]?.commandLists[0]?.commands.map(({ title }) => title) ?? [];
  assert.deepEqual(titles, [...en.help.map(([typed]) => typed.split(' ')[0]), 'help']);
  assert.equal(new Set(titles).size, titles.length);
  for (const title of titles) {
    assert.notDeepEqual(readText(title, { list: [], watching: null }), { unclear: 'notUnderstood' }, title);
  }
});

test('single sign-on, the domain and the message box’s actions are those of the server and the bot', () => {
  const { webApplicationInfo, validDomains, composeExtensions } = manifestOf();
  assert.deepEqual(webApplicationInfo, { id: app, resource: `api://floor.example.com/botid-${app}` });
  assert.deepEqual(validDomains, ['floor.example.com']);
  assert.deepEqual(
    composeExtensions[0]?.commands.map(({ id }) => id),
    ['assign', 'transfer'],
  );
});

test('the floor is a tab on the server’s own page, which the cards’ links name, and the chat comes after it', () => {
  const [tab, chat] = manifestOf().staticTabs;
  assert.equal(tab?.['contentUrl'], 'https://floor.example.com/teams');
  assert.equal(chat?.['entityId'], 'conversations');
  const { pathname } = new URL(tabLink(app)('c-1'));
  assert.equal(pathname, `/l/entity/${app}/${String(tab['entityId'])}`);
});

test('the same ids give the same bytes', () => {
  assert.deepEqual(appPackage(ids), appPackage(ids));
});

const bytesOf = (png: Uint8Array | undefined): Buffer => Buffer.from(png ?? []);

function sideOf(png: Uint8Array | undefined): number {
  const bytes = bytesOf(png);
  assert.equal(bytes.subarray(1, 4).toString('latin1'), 'PNG');
  assert.equal(bytes.readUInt32BE(16), bytes.readUInt32BE(20));
  return bytes.readUInt32BE(16);
}

function pixelsOf(png: Uint8Array | undefined): readonly number[][] {
  const bytes = bytesOf(png);
  const side = sideOf(png);
  const lines = inflateSync(bytes.subarray(41, 41 + bytes.readUInt32BE(33)));
  return Array.from({ length: side * side }, (_, index) => {
    const from = Math.floor(index / side) * (side * 4 + 1) + 1 + (index % side) * 4;
    return [...lines.subarray(from, from + 4)];
  });
}
