import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLogger } from '../../server/log.ts';

test('tokens, secrets and what was said never reach the log, however they are passed', () => {
  const lines: string[] = [];
  const log = createLogger('trace', { write: (line) => void lines.push(line) });
  log.info({ token: 'S3CRET', text: 'S3CRET', headers: { authorization: 'S3CRET' } }, 'Something happened.');
  log.child({ conversation: 'c1' }).warn({ message: { text: 'S3CRET' } }, 'Something else.');
  const error = Object.assign(new SyntaxError('Unexpected token'), { body: 'S3CRET' });
  log.error({ err: error }, 'It failed.');
  log.error({ err: new Error('It failed.', { cause: new SyntaxError('Unexpected "S3CRET"') }) }, 'It failed.');
  log.error({ err: new Error('It failed.', { cause: new Error('the store is away') }) }, 'It failed.');
  assert.equal(lines.length, 5);
  assert.doesNotMatch(lines.join(''), /S3CRET/u);
  assert.match(lines[1] ?? '', /"conversation":"c1"/u);
  assert.match(lines[2] ?? '', /Unexpected token/u);
  assert.match(lines[4] ?? '', /"cause":"Error: the store is away"/u);
});
