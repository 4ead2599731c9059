import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { openRedisStore } from '../../../../server/store/redis/index.ts';
import { commitOf, floorLog, line } from '../../../contracts/store-fixture.ts';
import { freePorts } from '../../../support/free-ports.ts';
import { startRedis, type OwnRedis } from '../../../support/redis.ts';
import { startRespStub } from '../../../support/resp-stub.ts';

const folder = mkdtempSync(join(tmpdir(), 'refusals-'));
const servers: OwnRedis[] = [];
after(async () => {
  await Promise.all(servers.map((server) => server.close()));
  rmSync(folder, { recursive: true });
});

async function serving(args: readonly string[] = []): Promise<{ readonly redis: OwnRedis; readonly at: string }> {
  const [port = 0] = await freePorts(1);
  const redis = await startRedis({ port, args });
  servers.push(redis);
  return { redis, at: `127.0.0.1:${port}` };
}

/** The sentence with which opening fails. */
async function refusalOf(url: string, patienceMs = 5_000): Promise<string> {
  try {
    const store = await openRedisStore({ url, onError: () => {}, patienceMs });
    await store.close();
  } catch (cause) {
    return (cause as Error).message;
  }
  return 'opened';
}

it('says that a password is missing, wrong or not asked for, and never shows one', async () => {
  const { at, redis } = await serving();
  await redis.command('CONFIG', 'SET', 'requirepass', 'right');
  const { at: open } = await serving();
  for (const url of [`redis://${at}`, `redis://:wrong@${at}`, `redis://nobody:right@${at}`]) {
    const sentence = await refusalOf(url);
    assert.match(
      sentence,
      new RegExp(`at redis://${at}: it refuses the user or the password: put the right ones into`),
    );
    assert.doesNotMatch(sentence, /wrong|right@/);
  }
  assert.match(await refusalOf(`redis://:needless@${open}`), /it refuses the user or the password/);
  assert.equal(await refusalOf(`redis://:right@${at}`), 'opened');
});

it('works as the user that docs/operations.md describes, and says which right is missing to another', async () => {
  const { at, redis } = await serving();
  const guide = readFileSync(new URL('../../../../docs/operations.md', import.meta.url), 'utf8');
  const rights = /ACL SETUSER floorwalk (.*)$/m.exec(guide)?.[1]?.split(' ') ?? [];
  await redis.command('ACL', 'SETUSER', 'floorwalk', ...rights);
  const password = rights.find((right) => right.startsWith('>'))?.slice(1) ?? '';
  const store = await openRedisStore({ url: `redis://floorwalk:${password}@${at}`, onError: () => {} });
  const { position } = await store.snapshot('acme');
  const log = floorLog();
  await store.follow('acme', position, log.listener, log.onLost);
  await store.commit('acme', [commitOf(position.epoch, { floor: '{}', ledger: [line('ann', 'c1', 1)] })]);
  await log.until(1);
  await store.ping();
  await store.close();
  await redis.command('ACL', 'SETUSER', 'guest', 'on', '>pw', '~floorwalk:*', '+ping', '+info');
  assert.match(await refusalOf(`redis://guest:pw@${at}`), /its user may not do what is needed \(NOPERM/);
});

it('says what is wrong with TLS, on either side', async () => {
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
  execFileSync('openssl', [...made, '-subj', '/CN=localhost', '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const [tlsPort = 0] = await freePorts(1);
  const tls = ['--tls-port', String(tlsPort), '--tls-auth-clients', 'no'];
  const { at } = await serving([...tls, '--tls-cert-file', cert, '--tls-key-file', key, '--tls-ca-cert-file', cert]);
  const secured = `127.0.0.1:${tlsPort}`;
  assert.match(await refusalOf(`rediss://${secured}`), /its certificate cannot be trusted .*NODE_EXTRA_CA_CERTS/);
  assert.match(await refusalOf(`rediss://${at}`), /it does not answer in time: .*is that its TLS port/);
  assert.match(await refusalOf(`redis://${secured}`, 300), /if it speaks TLS, say rediss:\/\//);
});

it('refuses a server that is too old', async () => {
  const stub = await startRespStub('# Server\r\nredis_version:5.0.14\r\nrole:master\r\n');
  assert.match(await refusalOf(stub.url), /it is version 5\.0\.14, and 7\.0 is the oldest that works: upgrade it\.$/);
  await stub.close();
});

it('refuses a read-only replica, and says whom to name instead', async () => {
  const { at: master } = await serving(['--repl-diskless-sync-delay', '0']);
  const { at } = await serving(['--replicaof', ...master.split(':').slice(0, 1), master.split(':')[1] ?? '']);
  assert.match(await refusalOf(`redis://${at}`), /it is a read-only replica.*name its master in REDIS_URL/);
});

it('tells a cluster from a server that stands alone, both ways', async () => {
  const { at, redis } = await serving(['--cluster-enabled', 'yes']);
  assert.match(await refusalOf(`redis+cluster://${at}`, 300), /nobody holds some of its slots: mend it with redis-cli/);
  await redis.command('CLUSTER', 'ADDSLOTSRANGE', '0', '16383');
  assert.match(await refusalOf(`redis://${at}`), /one node of a cluster: say redis\+cluster:\/\//);
  const { at: alone } = await serving();
  assert.match(await refusalOf(`redis+cluster://${alone}`), /it is not part of a cluster: say redis:\/\//);
});

it('says when Sentinels do not answer, and when they know no such master', async () => {
  const [none = 0, port = 0] = await freePorts(2);
  assert.match(await refusalOf(`redis+sentinel://127.0.0.1:${none}/floor`, 300), /its Sentinels do not answer/);
  const stub = await startRespStub('');
  const at = stub.url.replace('redis://', '');
  assert.match(
    await refusalOf(`redis+sentinel://127.0.0.1:${port},${at}/flor`, 300),
    /know no master named flor: compare/,
  );
  await stub.close();
});

it('says when nobody listens, and when the address is none', async () => {
  const [port = 0] = await freePorts(1);
  assert.match(await refusalOf(`redis://127.0.0.1:${port}`, 300), /it does not answer: is it running there\?/);
  assert.match(await refusalOf('redis://'), /REDIS_URL must look like/);
});
