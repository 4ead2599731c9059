import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ErrorReply } from 'redis';
import { explainFailure } from '../../../../server/store/redis/explain-failure.ts';

const coded = (code: string) => Object.assign(new Error('it failed'), { code });

it('says for each failure what to do, and where waiting will not help', () => {
  const cases: readonly (readonly [unknown, RegExp, boolean])[] = [
    [new ErrorReply('WRONGPASS invalid username-password pair'), /the user or the password/, true],
    [new ErrorReply('NOAUTH Authentication required.'), /the user or the password/, true],
    [
      new ErrorReply("NOPERM this user has no permissions to run the 'info' command"),
      /may not do what is needed/,
      true,
    ],
    [new ErrorReply("OOM command not allowed when used memory > 'maxmemory'."), /raise its maxmemory/, true],
    [new ErrorReply('MISCONF Redis is configured to save RDB snapshots'), /make room there/, true],
    [new ErrorReply('NOREPLICAS Not enough good replicas to write.'), /min-replicas-to-write/, false],
    [new ErrorReply("READONLY You can't write against a read only replica."), /read-only replica/, false],
    [new ErrorReply('LOADING Redis is loading the dataset in memory'), /still reading its data in/, false],
    [
      new ErrorReply('WRONGTYPE floorwalk:{t:a}:meta is a string, not a hash'),
      /something else wrote to its keys/,
      true,
    ],
    [new ErrorReply('ERR something new'), /^ERR something new$/, false],
    [coded('DEPTH_ZERO_SELF_SIGNED_CERT'), /NODE_EXTRA_CA_CERTS/, true],
    [coded('ERR_SSL_WRONG_VERSION_NUMBER'), /does not speak TLS/, true],
    [coded('ENOTFOUND'), /not known to DNS/, false],
    [coded('ECONNRESET'), /ends every connection at once/, false],
    [coded('ECONNREFUSED'), /is it running there\?/, false],
    [undefined, /is it running there\?/, false],
  ];
  for (const [cause, why, isFinal] of cases) {
    const found = explainFailure(cause);
    assert.match(found.why, why);
    assert.equal(found.isFinal, isFinal, found.why);
  }
});
