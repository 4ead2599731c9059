--[[
  Answers the epoch of a tenant's history; begins a new one if there is none, or if it is the one to replace.
  Offsets go on after the newest entries that are stored, so that no stream is ever asked for a smaller id.

  KEYS  1 meta     hash
        2 floor    stream
        3 audit    stream
  ARGV  1 fresh    the epoch to begin
        2 replace  the epoch whose history was lost, '' for none
        3 publish  PUBLISH, or SPUBLISH in a cluster
        4 channel  where followers hear of it
  Returns the epoch that holds now
]]
local meta, floor, audit = KEYS[1], KEYS[2], KEYS[3]
local fresh, replace, publish, channel = ARGV[1], ARGV[2], ARGV[3], ARGV[4]

local function newest(stream)
  if redis.call('EXISTS', stream) == 0 then return '0' end
  local about = redis.call('XINFO', 'STREAM', stream)
  for i = 1, #about, 2 do if about[i] == 'last-generated-id' then return about[i + 1]:match('^%d+') end end
end

local epoch = redis.call('HGET', meta, 'epoch')
if epoch and epoch ~= replace then return epoch end
redis.call('HSET', meta, 'epoch', fresh, 'floor', newest(floor), 'audit', newest(audit))
redis.call(publish, channel, fresh .. ';0;0\n')
return fresh
