// npm run backup -- FILE
import { ConfigError, storeSettings } from './config.ts';
import { backupStore } from './store/backup-store.ts';
import type { BackupResult } from './store/backup-store.ts';

const result = backup();
if (result.ok) {
  process.stdout.write(`The store was copied to ${result.file}.\n`);
} else {
  process.stderr.write(`${result.reason}\n`);
  process.exitCode = 1;
}

function backup(): BackupResult {
  try {
    return backupStore(storeSettings(process.env), process.argv[2]);
  } catch (cause) {
    if (cause instanceof ConfigError) return { ok: false, reason: cause.message };
    throw cause;
  }
}
