// npm run backup -- FILE
import { backupStore } from './store/backup-store.ts';

const { FLOORWALK_DATA: data = '.floorwalk', REDIS_URL: redisUrl = '' } = process.env;
const result = backupStore({ data, redisUrl: redisUrl === '' ? null : redisUrl }, process.argv[2]);
if (result.ok) {
  process.stdout.write(`The store was copied to ${result.file}.\n`);
} else {
  process.stderr.write(`${result.reason}\n`);
  process.exitCode = 1;
}
