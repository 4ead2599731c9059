import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { parseEnv } from 'node:util';
import { BotConfigError, botSettingNames, readBotConfig } from '../../bot/config.ts';

const whole = { BOT_APP_ID: 'a', BOT_APP_PASSWORD: 'p', BOT_APP_TENANT: 't', BOT_TENANTS: 't, u', BOT_KEY: 'k' };
const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readBotConfig(env);
  } catch (error) {
    if (error instanceof BotConfigError) return error.problems;
    throw error;
  }
  return [];
};

test('[R3] outside the demonstration the bot does not start without a registration, tenants and a key', () => {
  assert.equal(problemsOf({}).length, 5);
  for (const name of Object.keys(whole)) {
    const { [name as keyof typeof whole]: _left, ...rest } = whole;
    assert.match(problemsOf(rest).join(), new RegExp(`^${name} is needed`, 'u'));
  }
  assert.deepEqual(readBotConfig(whole).tenants, ['t', 'u']);
});

test('[R3] the demonstration, which believes everybody, runs on this machine and for a server of this machine only', () => {
  assert.deepEqual(problemsOf({ BOT_DEMO: '1' }), []);
  assert.match(problemsOf({ BOT_DEMO: '1', BOT_HOST: '0.0.0.0' }).join(), /this machine only/u);
  assert.match(problemsOf({ BOT_DEMO: '1', BOT_SERVER: 'https://floor.example' }).join(), /this machine only/u);
});

test('all that is wrong is said at once, and what is unknown is wrong', () => {
  const problems = problemsOf({ ...whole, BOT_PORT: 'x', BOT_NOPE: '1', BOT_REDIS_URL: 'ftp://x' });
  assert.equal(problems.length, 3);
});

test('the example file names every setting and can be used', async () => {
  const text = await readFile(new URL('../../bot/.env.example', import.meta.url), 'utf8');
  const named = [...text.matchAll(/^#?([A-Z][A-Z0-9_]*)=/gmu)].map(([, name = '']) => name);
  assert.deepEqual(named.toSorted(), botSettingNames.toSorted());
  assert.equal(readBotConfig(parseEnv(text)).demo, true);
});
