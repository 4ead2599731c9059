--[[
  Commits a group, each commit wholly or not at all, and publishes what the floor gained.

  KEYS  1 meta         hash    epoch, floor, audit (newest offsets), lookup (counter), bucket, used
        2 versions     hash    family:id -> version
        3 live         hash    family:id -> version:state
        4 final        hash    the same of final aggregates
        5 due          zset    family:id by time
        6 floor        stream  one entry a group, id <newest offset>-0: n, d (entries as floor-blob.ts reads them)
        7 audit        stream  the same of audit lines, with t, when they were written
        8 agents       set     who ever had a ledger
        9 answersEven  hash    command id -> sender-place in group;floorOffset;appended;answer
       10 answersOdd   hash
        + ledgers (hash entry -> units), planes (list), lookups (zset id by order of arrival), named in ARGV by number
  ARGV  1 now        ms, '' for the server's clock
        2 bucketMs   how long one bucket of answers collects
        3 keepFloor  entries of the floor stream to retain
        4 keepAudit  ms after which a line of the audit may go, '' for never
        5 publish    PUBLISH, or SPUBLISH in a cluster
        6 channel    where the floor's gain is published
        7 sender     of this call, the same when it is sent again
        8 types      of the touched keys, a letter each: h hash, l list, z zset
        9 count      of commits
        + the commits as encode-group.ts writes them
  Returns for each commit {'committed', floorOffset, appended} | {'repeated', what the answers hold}
          | {'conflict', version...} | {'full', ledger line, load} | {'epoch', epoch or ''}
]]
local meta, versions, live, final, due = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local floor, audit, agents, answers = KEYS[6], KEYS[7], KEYS[8], { [0] = KEYS[9], [1] = KEYS[10] }
local now, bucketMs, keepFloor, keepAudit, publish = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local channel, sender, types, count = ARGV[6], ARGV[7], ARGV[8], ARGV[9]
local call, cursor = redis.call, 9

-- Redis does not roll back: everything is read and checked before the first write.
-- include commit-group/check-types.lua

local stored = call('HMGET', meta, 'epoch', 'floor', 'audit', 'bucket')
local epoch, floorTop, auditTop = stored[1] or '', tonumber(stored[2] or 0), tonumber(stored[3] or 0)
local gained, audited, committed = {}, {}, false

-- include commit-group/turn-bucket.lua
-- include commit-group/read-commits.lua
-- include commit-group/refuse.lua
-- include commit-group/write.lua

local out = {}
for i = 1, tonumber(count) do
  local commit = readCommit()
  out[i] = refusal(commit) or write(commit, i)
end

-- include commit-group/feeds.lua
return out
