import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readAddress, withoutSecrets } from '../../../../server/store/redis/address.ts';

const addressOf = (url: string) => {
  const read = readAddress(url);
  assert.ok(read.ok, url);
  return read.address;
};
const plain = { tls: false };

it('reads one server, with its port, user, password and database', () => {
  assert.deepEqual(addressOf('redis://a'), { kind: 'server', where: { host: 'a', port: 6379 }, login: plain });
  assert.deepEqual(addressOf('rediss://me:p%40ss@[::1]:7000/3'), {
    kind: 'server',
    where: { host: '::1', port: 7000 },
    login: { tls: true, username: 'me', password: 'p@ss', database: 3 },
  });
  assert.deepEqual(addressOf('unix:/run/x.sock'), { kind: 'server', where: { path: '/run/x.sock' }, login: plain });
});

it('reads Sentinels with the name of the master, and a cluster with where to begin', () => {
  assert.deepEqual(addressOf('redis+sentinel://:secret@a,b:7/floor/2'), {
    kind: 'sentinel',
    sentinels: [
      { host: 'a', port: 26379 },
      { host: 'b', port: 7 },
    ],
    master: 'floor',
    login: { tls: false, password: 'secret', database: 2 },
  });
  assert.deepEqual(addressOf('rediss+cluster://a,b:7'), {
    kind: 'cluster',
    seeds: [
      { host: 'a', port: 6379 },
      { host: 'b', port: 7 },
    ],
    login: { tls: true },
  });
});

it('refuses what leads nowhere, and says why', () => {
  const wrong: readonly (readonly [string, RegExp])[] = [
    ['http://a', /must look like/],
    ['redis://', /must look like/],
    ['redis://a:99999', /host or port that is none/],
    ['redis://a,b', /several hosts: say redis\+sentinel/],
    ['redis+sentinel://a', /name of the master/],
    ['redis://a/first', /not a number/],
    ['redis+cluster://a/1', /a cluster has one only/],
    ['redis://:100%sure@a', /write %25 for a percent sign/],
    ['redis://%ff@a', /write %25 for a percent sign/],
    ['redis+sentinel://a/my%master', /write %25 for a percent sign/],
  ];
  for (const [url, why] of wrong) {
    const read = readAddress(url);
    assert.match(read.ok ? 'read' : read.reason, why, url);
  }
});

it('shows no secret', () => {
  assert.equal(withoutSecrets('redis+sentinel://me:secret@a,b/floor'), 'redis+sentinel://a,b/floor');
});
