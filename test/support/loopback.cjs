// Preloaded with `node -r`: whatever listens without naming a host listens on this machine only.
const { Server } = require('node:net');

const { listen } = Server.prototype;
Server.prototype.listen = function (...args) {
  const [first, second] = args;
  if (typeof first === 'number' && typeof second !== 'string') args.splice(1, 0, '127.0.0.1');
  else if (typeof first === 'object' && first !== null && 'port' in first && !first.host)
    args[0] = { ...first, host: '127.0.0.1' };
  return listen.apply(this, args);
};
