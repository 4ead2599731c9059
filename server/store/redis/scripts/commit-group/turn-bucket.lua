-- Part of commit-group.lua: the two buckets of remembered answers; the older is dropped when a new one begins.

local time = tonumber(now) or tonumber(call('TIME')[1]) * 1000
local bucket, before = math.floor(time / bucketMs), tonumber(stored[4] or -2)
if bucket > before then
  call('HSET', meta, 'bucket', bucket)
  call('UNLINK', answers[bucket % 2])
  if bucket > before + 1 then call('UNLINK', answers[(bucket + 1) % 2]) end
else
  bucket = before
end
local current, previous = answers[bucket % 2], answers[(bucket + 1) % 2]
