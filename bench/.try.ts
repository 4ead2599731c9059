import { openCommitLoad } from './support/commit-load.ts';
import { startSite } from './support/floorwalk.ts';
import { startRedis } from '../test/support/redis.ts';
import { pinLoad } from './support/process.ts';
pinLoad();
const redis = await startRedis({args:['--appendonly','yes','--appendfsync','everysec']});
const site = await startSite(process.argv[2]==='sqlite'?{}:{REDIS_URL: redis.url});
console.log('PID', site.process.pid);
const load = await openCommitLoad(site);
console.log('open');
for (let i=0;i<+(process.argv[3]??3);i++){ const c0=await site.process.cpu(); const p0=process.cpuUsage(); const r=await load.run(3000, process.argv[4]?+process.argv[4]:undefined); const p1=process.cpuUsage(p0);
const stats=String(await redis.command('INFO','commandstats')).split('\r\n').filter(l=>/evalsha|lrange|publish/.test(l)).join(' '); const c=await site.process.cpu();
console.log(Math.round(r.commands/r.seconds),'/s cpu us', ((c-c0)*1e6/r.commands).toFixed(1), 'load us', ((p1.user+p1.system)/r.commands).toFixed(1), stats); }
await site.stop(); await redis.close(); process.exit(0);
