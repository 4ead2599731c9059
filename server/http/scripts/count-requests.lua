--[[
  Counts a caller's requests in the window that began with their first one.

  KEYS  1 count     string
  ARGV  1 requests  that came since they were last counted
        2 windowMs  how long a window is
  Returns the window's requests and the milliseconds until it ends
]]
local count, requests, windowMs = KEYS[1], ARGV[1], ARGV[2]
local left = redis.call('PTTL', count)
if left <= 0 then
  redis.call('SET', count, requests, 'PX', windowMs)
  return { tonumber(requests), tonumber(windowMs) }
end
return { redis.call('INCRBY', count, requests), left }
