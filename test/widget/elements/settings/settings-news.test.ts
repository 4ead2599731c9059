import { expect } from '@open-wc/testing';
import type { Whole } from '../../../../widget/elements/settings/directory.ts';
import { SettingsNews } from '../../../../widget/elements/settings/settings-news.ts';

const at = (versions: Record<string, number>): Whole =>
  ({ queues: [], workstreams: [], people: [], versions }) as unknown as Whole;
const save = (entry: string, version: number, who: string, when = 1) => ({
  entry,
  version,
  by: { id: who, name: who },
  at: when,
});

describe('what others saved', () => {
  it('[C7] is what moved between two readings, with who it was as soon as that is told', () => {
    const news = new SettingsNews();
    news.took(at({ 'queue:a': 1 }), at({ 'queue:a': 2, 'queue:b': 1 }), []);
    expect(news.of('queue:a')).to.deep.equal({ entry: 'queue:a', version: 2, who: undefined, at: undefined });
    news.heard([save('queue:a', 2, 'Ada')]);
    expect(news.of('queue:a')?.who).to.equal('Ada');
    expect(news.of('queue:b')?.version).to.equal(1);
  });

  it('[C7] names nobody for a version that somebody else saved', () => {
    const news = new SettingsNews();
    news.heard([save('queue:a', 2, 'Ada')]);
    news.took(at({ 'queue:a': 1 }), at({ 'queue:a': 3 }), []);
    expect(news.of('queue:a')?.who).to.equal(undefined);
  });

  it('[C7] names nobody for what no person did', () => {
    const news = new SettingsNews();
    news.heard([save('queue:a', 2, 'system')]);
    news.took(at({ 'queue:a': 1 }), at({ 'queue:a': 2 }), []);
    expect(news.of('queue:a')?.who).to.equal(undefined);
  });

  it('[C7] leaves out what was saved from here, and what was there at the first reading', () => {
    const news = new SettingsNews();
    expect(news.took(undefined, at({ 'queue:a': 1 }), [])).to.deep.equal([]);
    expect(news.took(at({ 'queue:a': 1 }), at({ 'queue:a': 2 }), ['queue:a'])).to.deep.equal([]);
    expect(news.latest).to.equal(undefined);
  });

  it('[C7] is ahead of a reading until that has what was told', () => {
    const news = new SettingsNews();
    news.heard([save('queue:a', 2, 'Ada')]);
    expect(news.isAheadOf(at({ 'queue:a': 1 }))).to.equal(true);
    expect(news.isAheadOf(at({ 'queue:a': 2 }))).to.equal(false);
  });

  it('[C7] has its newest last, and forgets what was looked at', () => {
    const news = new SettingsNews();
    news.heard([save('queue:a', 2, 'Ada', 20), save('queue:b', 2, 'Ben', 10)]);
    news.took(at({}), at({ 'queue:a': 2, 'queue:b': 2 }), []);
    expect(news.latest?.who).to.equal('Ada');
    news.forget('queue:a');
    expect(news.latest?.who).to.equal('Ben');
    news.forget();
    expect(news.latest).to.equal(undefined);
  });
});
