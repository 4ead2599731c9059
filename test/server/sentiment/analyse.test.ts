import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepOf } from '../../../core/sentiment/index.ts';
import { offlineAnalyse } from '../../../server/sentiment/analyse.ts';

const analyse = offlineAnalyse();

/** The score of a text that must be supported. */
async function scoreOf(text: string, locale?: string): Promise<number> {
  const score = await analyse(text, locale);
  assert.ok(score !== null, text);
  return score;
}

test('[S2] the offline library tells the angry from the thankful, within −1 … 1', async () => {
  const angry = await scoreOf('This is terrible. I am furious, worst service ever, you lost my parcel again!');
  const thankful = await scoreOf('Thank you so much, that was great and really helpful!');
  assert.ok(angry < -0.5 && angry >= -1, `${angry}`);
  assert.ok(thankful > 0.5 && thankful <= 1, `${thankful}`);
  assert.equal(await analyse('My order number is 48213.'), 0);
});

test('[S2] the scores spread over the steps: a complaint is not the same as an outrage', async () => {
  const complaint = stepOf([await scoreOf('My parcel is late and nobody answers, that is a problem')]);
  const outrage = stepOf([await scoreOf('Terrible, awful, disgusting, I hate this horrible company')]);
  assert.ok(outrage < complaint && complaint < 4, `${outrage} ${complaint}`);
});

test('[S1] an unsupported language is not available, never neutral', async () => {
  assert.equal(await analyse('Das ist eine Frechheit', 'de-DE'), null);
  assert.equal(await analyse('это ужасно'), null);
  assert.equal(await analyse('最悪です', 'en'), null);
});

test('[S1] every English locale is supported, however it is written', async () => {
  for (const locale of ['en', 'en-GB', 'en_US', 'EN']) assert.ok((await scoreOf('I love it', locale)) > 0, locale);
});

test('[S1] which languages the list knows is the deployment’s to say', async () => {
  const german = offlineAnalyse({ languages: ['de'], assumed: 'de' });
  assert.equal(await german('I love it', 'en'), null);
  assert.equal(typeof (await german('alles gut')), 'number');
});

test('[S2] text of any size and shape has a score: numbers, emoji, nothing, and 100,000 characters', async () => {
  for (const text of ['', '   ', '12345', '🙂🙂', 'bad '.repeat(25_000)]) {
    const score = await scoreOf(text);
    assert.ok(Math.abs(score) <= 1, text.slice(0, 10));
  }
});
