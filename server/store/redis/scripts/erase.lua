--[[
  Drops what names the conversations: their planes, their ids under lookup keys, answers, and all but the newest floor.

  KEYS  1 floor        stream
        2 answersEven  hash
        3 answersOdd   hash
        + planes (list), then lookups (zset)
  ARGV  1 planes       how many of the keys are planes
        + ids of the conversations
  Returns nothing
]]
local call, planes = redis.call, tonumber(ARGV[1])

for i = 4, #KEYS do
  if i < 4 + planes then call('DEL', KEYS[i])
  else for n = 2, #ARGV do call('ZREM', KEYS[i], ARGV[n]) end end
end
-- What was remembered is sender-place;floorOffset;appended;answer: only the answer can name a conversation.
for i = 2, 3 do
  local flat = call('HGETALL', KEYS[i])
  for at = 1, #flat, 2 do
    local answer = flat[at + 1]:match('^[^;]*;[^;]*;[^;]*;()')
    for n = 2, #ARGV do
      if flat[at + 1]:find(ARGV[n], answer, true) then call('HDEL', KEYS[i], flat[at]) break end
    end
  end
end
-- The newest stays: servers that come back know their history by it.
local newest = call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
if newest then call('XTRIM', KEYS[1], 'MINID', '=', newest[1]) end
return false
