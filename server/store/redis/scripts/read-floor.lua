--[[
  Reads the floor after a position, or says that it cannot be read from there.

  KEYS  1 meta   hash
        2 floor  stream
  ARGV  1 epoch  of the position
        2 since  its offset
        3 limit  stream entries at most
  Returns {1, epoch, entries}   entries as XRANGE has them
          {0, epoch, base, top} since is before base, after top, or of another epoch
]]
local meta, floor = KEYS[1], KEYS[2]
local wanted, since, limit = ARGV[1], tonumber(ARGV[2]), ARGV[3]

local epoch, top = unpack(redis.call('HMGET', meta, 'epoch', 'floor'))
top = tonumber(top or 0)
local oldest = redis.call('XRANGE', floor, '-', '+', 'COUNT', 1)[1]
local base = oldest and oldest[1]:match('^%d+') - oldest[2][2] or top
if wanted ~= epoch or since < base or since > top then return { 0, epoch or '', base, top } end
return { 1, epoch, redis.call('XRANGE', floor, '(' .. ARGV[2] .. '-0', '+', 'COUNT', limit) }
