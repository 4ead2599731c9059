--[[
  Reads one aggregate, final or not.

  KEYS  1 live   hash
        2 final  hash
  ARGV  1 field  family:id
  Returns version:state, or nil
]]
local live, final, field = KEYS[1], KEYS[2], ARGV[1]
return redis.call('HGET', live, field) or redis.call('HGET', final, field)
