/** How the embedded store is opened and what it keeps. */
export interface SqliteOptions {
  /** Where the database lives; made if it does not exist. One process at a time. */
  readonly folder: string;
  readonly clock?: () => number;
  /** How many floor entries of a tenant are kept at least, for readers that come back. */
  readonly keepFloor?: number;
  /** Lines of the audit older than this go, a few with each commit; without it they stay for ever. */
  readonly keepAuditMs?: number;
  /** A command's answer is kept at least this long and at most twice as long. */
  readonly rememberMs?: number;
  /** At this much write-ahead log, commits pause once so that it can begin anew. */
  readonly restartAboveBytes?: number;
  /** Told what went wrong beside a command: a thread that ended and is started again, a log that could not be copied. */
  readonly onError?: (cause: Error) => void;
}
