import { addFloor, openConversations, openStaff, startSite } from './support/floorwalk.ts';
import { startRedis } from '../test/support/redis.ts';
import { post } from './support/http-load.ts';
import { pinLoad } from './support/process.ts';
pinLoad();
const redis = await startRedis();
const site = await startSite({REDIS_URL: redis.url});
console.log('PID', site.process.pid);
await addFloor(site.client); await openStaff(site,'agent','ana',()=>{},true);
const ids = await openConversations(site.client, 50, true);
const token = await site.client.token('agent','ana'); let said=0;
const load={port:site.port,connections:50,request:(c:number)=>({path:`/v1/conversations/${ids[c]}/messages`,token,body:{id:`m-${++said}`,text:'x'.repeat(160),plane:'public'}})};
await post(load,1500);
for (let i=0;i<+(process.argv[2]??3);i++){ const c0=await site.process.cpu(); const n=await post(load,3000); const c=await site.process.cpu(); console.log(n/3|0,'/s cpu us', ((c-c0)*1e6/n).toFixed(1)); }
await site.stop(); await redis.close(); process.exit(0);
