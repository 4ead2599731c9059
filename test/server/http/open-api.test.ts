import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSite, type Site } from '../../support/site.ts';

let site: Site;
before(async () => (site = await startSite()));
after(() => site.close());

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly requestBody?: unknown }>>>>;
}

test('every documented address is there: none of them is unknown to the server', async () => {
  const { body } = await site.call(undefined, 'GET', '/openapi.json');
  const document = body as unknown as Document;
  assert.equal(document.openapi, '3.1.0');
  const ines = await site.token('supervisor', 'ines');
  for (const [path, methods] of Object.entries(document.paths))
    for (const method of Object.keys(methods)) {
      const address = path.replaceAll('{id}', 'nobody');
      const asked = method === 'get' ? {} : { body: {} };
      const answered = await site.call(ines, method.toUpperCase(), address, asked);
      assert.notEqual(answered.body['refusal'], 'unknownRoute', `${method} ${path}`);
    }
});

test('bodies are described from the schemas that check them', async () => {
  const { body } = await site.call(undefined, 'GET', '/openapi.json');
  const say = JSON.stringify((body as unknown as Document).paths['/v1/conversations/{id}/messages']?.['post']);
  assert.match(say, /"plane":\{[^}]*"enum":\["public","internal"\]/u);
  assert.match(say, /"required":\["id","text","plane"\]/u);
});

test('[F2] the filters of the floor are described as lists', async () => {
  const { body } = await site.call(undefined, 'GET', '/openapi.json');
  const floor = JSON.stringify((body as unknown as Document).paths['/v1/floor']?.['get']);
  for (const name of ['queue', 'agent', 'channel', 'sentiment'])
    assert.match(floor, new RegExp(`"name":"${name}",[^}]*"explode":true,"schema":\\{"type":"array"`, 'u'), name);
});
