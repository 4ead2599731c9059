const BUSY = 5;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;

/** Why the database in `folder` could not be opened and what to do about it, in one sentence. */
export function openError(folder: string, cause: unknown): Error {
  return new Error(`Cannot open the store in ${folder}: ${whyNot(cause)}.`, { cause });
}

/** What is wrong with the database and what to do about it, without an end. */
export function whyNot(cause: unknown): string {
  const { errcode, code } = cause as { errcode?: number; code?: string };
  switch (errcode === undefined ? code : errcode & 0xff) {
    case BUSY:
      return 'another process uses it: stop that one first, or give this one a folder of its own (FLOORWALK_DATA)';
    case READONLY:
    case CANTOPEN:
    case 'EACCES':
    case 'EROFS':
    case 'EPERM':
    case 'ENOTDIR':
    case 'EEXIST':
      return 'this process may not write there: make the folder writable, or name another (FLOORWALK_DATA)';
    case CORRUPT:
    case NOTADB:
      return 'its file floorwalk.db is damaged or no database: restore a backup, or move the file away to start empty';
    case FULL:
    case 'ENOSPC':
      return 'the disk is full: free some space';
    case IOERR:
      return `the disk fails (${messageOf(cause)}): look at it, and at how large files may be`;
    default:
      return messageOf(cause);
  }
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
