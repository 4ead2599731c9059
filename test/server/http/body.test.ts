import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSite, type Answered, type Asked, type Site } from '../../support/site.ts';

let site: Site;
let crm: string;
let conversation: string;
before(async () => {
  site = await startSite();
  crm = await site.token('integration', 'crm');
  conversation = await site.open();
});
after(() => site.close());

const json = { 'content-type': 'application/json' };
const good = { id: 'm1', text: 'Hello', plane: 'public', from: { customer: {} } };
const post = (asked: Asked): Promise<Answered> =>
  site.call(crm, 'POST', `/v1/conversations/${conversation}/messages`, asked);

/** Bad input of a message, and the refusal it must get. */
const table: readonly (readonly [what: string, asked: Asked, status: number, refusal: string, detail?: RegExp])[] = [
  ['malformed JSON', { raw: '{"id":', headers: json }, 400, 'malformed', /not valid JSON/u],
  ['a list instead of an object', { raw: '[1]', headers: json }, 400, 'malformed', /JSON object/u],
  [
    'broken UTF-8',
    { raw: Uint8Array.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), headers: json },
    400,
    'malformed',
    /UTF-8/u,
  ],
  ['no content type', { raw: Buffer.from(JSON.stringify(good)), headers: {} }, 415, 'malformed', /Content-Type/u],
  ['a form', { raw: 'id=m1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415, 'malformed'],
  [
    'an attachment',
    { raw: '--x--', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
    415,
    'attachmentsNotSupported',
  ],
  [
    'a compressed body',
    { raw: Uint8Array.from([31, 139]), headers: { ...json, 'content-encoding': 'gzip' } },
    415,
    'malformed',
    /uncompressed/u,
  ],
  ['a message of 100 kB', { body: { ...good, text: 'x'.repeat(100_000) } }, 413, 'tooLarge'],
  ['a text over the limit in a body under it', { body: { ...good, text: 'x'.repeat(8_001) } }, 413, 'tooLarge'],
  ['a missing plane', { body: { ...good, plane: undefined } }, 400, 'malformed', /plane/u],
  ['a wrong plane', { body: { ...good, plane: 'secret' } }, 400, 'malformed', /"public" or "internal"/u],
  ['a missing id', { body: { ...good, id: undefined } }, 400, 'malformed', /id/u],
  ['an id that is not one', { body: { ...good, id: 'a b\u0000' } }, 400, 'malformed', /id/u],
  ['an id of 129 characters', { body: { ...good, id: 'x'.repeat(129) } }, 400, 'malformed', /id/u],
  ['an empty text', { body: { ...good, text: ' \n' } }, 400, 'malformed', /text/u],
  [
    'half a surrogate pair',
    { raw: JSON.stringify({ ...good }).replace('Hello', '\\ud800'), headers: json },
    400,
    'malformed',
    /well-formed/u,
  ],
  ['nobody who speaks', { body: { ...good, from: undefined } }, 400, 'malformed', /name who speaks/u],
  ['an unknown agent who speaks', { body: { ...good, from: { agent: 'nobody' } } }, 404, 'unknownAgent'],
  ['the internal plane as the customer', { body: { ...good, plane: 'internal' } }, 403, 'role'],
];

for (const [what, asked, status, refusal, detail] of table)
  test(`${what} is refused as ${refusal}`, async () => {
    const answered = await post(asked);
    assert.equal(answered.status, status, JSON.stringify(answered.body));
    assert.match(answered.type, /^application\/problem\+json/u);
    assert.equal(answered.body['refusal'], refusal);
    assert.equal(answered.body['status'], status);
    if (detail) assert.match(String(answered.body['detail']), detail);
  });

test('after all of that nothing of it was stored, and a good message is', async () => {
  const before = await site.call(crm, 'GET', `/v1/conversations/${conversation}/messages`);
  assert.deepEqual(
    before.body.items?.filter(({ type }) => type === 'message'),
    [],
  );
  assert.equal((await post({ body: good })).status, 201);
  const after = await site.call(crm, 'GET', `/v1/conversations/${conversation}/messages`);
  assert.deepEqual(
    after.body.items?.filter(({ type }) => type === 'message').map(({ text }) => text),
    ['Hello'],
  );
});
