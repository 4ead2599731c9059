--[[
  Drops what conversations hold: their planes, their ids under lookup keys, what commands answered, and all but the newest
  of the floor.

  KEYS  1 floor        stream
        2 answersEven  hash
        3 answersOdd   hash
        + planes (list), then lookups (zset)
  ARGV  1 planes       how many of the keys are planes
        + for each lookup the conversation's id, then the fields of the answers
  Returns nothing
]]
local call, planes = redis.call, tonumber(ARGV[1])
local lookups = #KEYS - 3 - planes

for i = 4, 3 + planes do call('UNLINK', KEYS[i]) end
for i = 1, lookups do call('ZREM', KEYS[3 + planes + i], ARGV[1 + i]) end
for i = 2 + lookups, #ARGV do
  call('HDEL', KEYS[2], ARGV[i])
  call('HDEL', KEYS[3], ARGV[i])
end
-- The newest stays: servers that come back know their history by it.
local newest = call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
if newest then call('XTRIM', KEYS[1], 'MINID', '=', newest[1]) end
return false
