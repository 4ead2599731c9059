-- Part of commit-group.lua: a key of another type must be found before the first write.

local NAMES = { h = 'hash', l = 'list', z = 'zset' }
local FIXED = { 'hash', 'hash', 'hash', 'hash', 'zset', 'stream', 'stream', 'set', 'hash', 'hash' }
for i, key in ipairs(KEYS) do
  local want, is = FIXED[i] or NAMES[types:sub(i - 10, i - 10)], call('TYPE', key).ok
  if is ~= 'none' and is ~= want then return redis.error_reply('WRONGTYPE ' .. key .. ' is a ' .. is .. ', not a ' .. want) end
end
