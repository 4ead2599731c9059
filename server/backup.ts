import { storeSettings } from './config.ts';
import { backupDatabase } from './store/sqlite/backup-database.ts';

// `npm run backup -- [FILE]`: copies the embedded store that the settings name, while the server runs. To restore it, stop
// the server and put the copy back as floorwalk.db into an empty folder.
try {
  const { data, redisUrl } = storeSettings(process.env);
  if (redisUrl !== null)
    throw new Error('Redis keeps its own copies: run BGSAVE or BGREWRITEAOF there, and copy the files it writes.');
  const [file = `floorwalk-${new Date().toISOString().replaceAll(/[:.]/gu, '-')}.db`] = process.argv.slice(2);
  await backupDatabase(data, file);
  process.stdout.write(`${file}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
