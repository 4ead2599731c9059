import { ErrorReply } from 'redis';

/** What keeps an operator from having a connection, in a sentence with the mend; `isFinal`: waiting will not help. */
export function explainFailure(cause: unknown): { readonly why: string; readonly isFinal: boolean } {
  const error = cause instanceof Error ? cause : undefined;
  const code = String((error as NodeJS.ErrnoException | undefined)?.code ?? '');
  const said = error?.message ?? '';
  if (/^(WRONGPASS|NOAUTH)|invalid (username-)?password|AUTH.*without any password/iu.test(said))
    return final('it refuses the user or the password: put the right ones into REDIS_URL (redis://user:password@…)');
  if (said.startsWith('OOM')) return final('its memory is full: raise its maxmemory, or give it a larger machine');
  if (said.startsWith('MISCONF')) return final('it cannot write to its disk (MISCONF): make room there');
  if (said.startsWith('NOREPLICAS'))
    return { why: 'too few replicas follow it (min-replicas-to-write): bring them back', isFinal: false };
  if (said.startsWith('READONLY')) return { why: 'it is a read-only replica at the moment', isFinal: false };
  if (said.startsWith('WRONGTYPE'))
    return final(`something else wrote to its keys (${said}): give Floorwalk a Redis or a database of its own`);
  if (said.startsWith('NOPERM'))
    return final(
      `its user may not do what is needed (${said}): give it +@all on the keys floorwalk:* and their channels`,
    );
  if (/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME/u.test(code))
    return final(
      `its certificate cannot be trusted (${code}): name the authority that signed it in NODE_EXTRA_CA_CERTS, and the host that it is for`,
    );
  if (/SSL|EPROTO|TLS/u.test(code))
    return final('it does not speak TLS there: say redis:// instead of rediss://, or name its TLS port');
  if (said.startsWith('Sentinels ')) return { why: said.replace(/^Sentinels /u, 'its Sentinels '), isFinal: false };
  if (said.startsWith('ERR This instance has cluster support disabled'))
    return final('it is not part of a cluster: say redis:// instead of redis+cluster://');
  if (/Connection timeout/u.test(said))
    return {
      why: 'it does not answer in time: is it running there, and is that its TLS port if REDIS_URL says rediss://?',
      isFinal: false,
    };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return { why: 'its name is not known to DNS: is it spelled right?', isFinal: false };
  if (/^LOADING/u.test(said)) return { why: 'it is still reading its data in: wait, then start again', isFinal: false };
  if (/closed unexpectedly|ECONNRESET/u.test(`${said} ${code}`))
    return { why: 'it ends every connection at once: if it speaks TLS, say rediss://', isFinal: false };
  // Whatever else it answered is better than a guess.
  if (error instanceof ErrorReply) return { why: said, isFinal: false };
  return { why: 'it does not answer: is it running there?', isFinal: false };
}

const final = (why: string) => ({ why, isFinal: true });
