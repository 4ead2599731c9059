--[[
  Reads everything live of a tenant at one position.

  KEYS  1 meta    hash
        2 live    hash
        3 agents  set
        + the ledgers (hash) of the agents that the caller knows
  ARGV  1 known   how many agents that is
  Returns {1, epoch, floor offset, live, ledgers}  hashes as HGETALL has them, ledgers in the order of their keys
          {0}                                      there are more agents by now: ask again
]]
local meta, live, agents = KEYS[1], KEYS[2], KEYS[3]
local known = tonumber(ARGV[1])

if redis.call('SCARD', agents) ~= known then return { 0 } end
local epoch, offset = unpack(redis.call('HMGET', meta, 'epoch', 'floor'))
local ledgers = {}
for i = 1, known do ledgers[i] = redis.call('HGETALL', KEYS[3 + i]) end
return { 1, epoch or '', offset or '0', redis.call('HGETALL', live), ledgers }
