/** How the store in Redis is opened and what it keeps. */
export interface RedisOptions {
  /** As `readAddress` takes it. */
  readonly url: string;
  /** What every key begins with; two installations on one Redis need two. */
  readonly prefix?: string;
  /** Told of every trouble with a connection; the store reconnects by itself. */
  readonly onError: (cause: Error) => void;
  /** Told when a connection is there again after trouble. */
  readonly onBack?: () => void;
  /** Without it, Redis's own clock decides how long answers are remembered. */
  readonly clock?: () => number;
  /** How many groups of floor entries are kept at least, for readers that come back. */
  readonly keepFloor?: number;
  /** Lines of the audit older than this go, a few with each commit; without it they stay for ever. */
  readonly keepAuditMs?: number;
  /** A command's answer is kept at least this long and at most twice as long. */
  readonly rememberMs?: number;
  /** How long a call waits for a database that is away before it rejects. */
  readonly patienceMs?: number;
  /** How long Redis may say nothing before its connection is given up; default 15 s. */
  readonly silentForMs?: number;
}
