--[[
  Commits a group, each commit wholly or not at all, and publishes what the floor gained.

  KEYS  1 meta         hash    epoch, floor, audit (newest offsets), lookup (counter), bucket, used
        2 versions     hash    family:id -> version
        3 live         hash    family:id -> version:state
        4 final        hash    the same of final aggregates
        5 due          zset    family:id by time
        6 floor        stream  one entry a group, id <newest offset>-0: n, d (entries as floor-blob.ts reads them)
        7 audit        stream  the same of audit lines
        8 agents       set     who ever had a ledger
        9 answersEven  hash    command id -> sender-place in group;floorOffset;appended;answer
       10 answersOdd   hash
        + ledgers (hash entry -> units), planes (list), lookups (zset id by order of arrival), named in ARGV by number
  ARGV  1 now        ms, '' for the server's clock
        2 bucketMs   how long one bucket of answers collects
        3 keepFloor  entries of the floor stream to retain
        4 channel    where the floor's gain is published
        5 sender     of this call, the same when it is sent again
        6 types      of the touched keys, a letter each: h hash, l list, z zset
        7 count      of commits
        + the commits as encode-group.ts writes them
  Returns for each commit {'committed', floorOffset, appended} | {'repeated', what the answers hold}
          | {'conflict', version...} | {'full', ledger line, load} | {'epoch', epoch or ''}
]]
local meta, versions, live, final, due = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local floor, audit, agents, answers = KEYS[6], KEYS[7], KEYS[8], { [0] = KEYS[9], [1] = KEYS[10] }
local now, bucketMs, keepFloor, channel, sender, types = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6]
local call, cursor = redis.call, 7
local function take() cursor = cursor + 1; return ARGV[cursor] end
local function list(read) local items = {}; for i = 1, tonumber(take()) do items[i] = read() end; return items end
local function touched() return KEYS[10 + tonumber(take())] end

-- Redis does not roll back: a key of another type must be found before the first write.
local NAMES = { h = 'hash', l = 'list', z = 'zset' }
local FIXED = { 'hash', 'hash', 'hash', 'hash', 'zset', 'stream', 'stream', 'set', 'hash', 'hash' }
for i, key in ipairs(KEYS) do
  local want, is = FIXED[i] or NAMES[types:sub(i - 10, i - 10)], call('TYPE', key).ok
  if is ~= 'none' and is ~= want then return redis.error_reply('WRONGTYPE ' .. key .. ' is a ' .. is .. ', not a ' .. want) end
end

local stored = call('HMGET', meta, 'epoch', 'floor', 'audit', 'bucket')
local epoch, floorTop, auditTop = stored[1] or '', tonumber(stored[2] or 0), tonumber(stored[3] or 0)
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

local function readExpect()
  return { field = take(), version = take(), writes = take(), state = take(), final = take(), due = take(), id = take(), lookups = list(touched) }
end
local function readLine() return { agent = take(), key = touched(), entry = take(), units = take(), atMost = take(), holds = take() } end
local function readAppend() return { key = touched(), body = take() } end
local function readCommit()
  return { id = take(), epoch = take(), answer = take(), floor = take(), expects = list(readExpect), ledger = list(readLine), appends = list(readAppend), audit = list(take) }
end

local function conflict(commit)
  local found, differs = { 'conflict' }, false
  for i, expect in ipairs(commit.expects) do
    found[i + 1] = call('HGET', versions, expect.field) or '0'
    differs = differs or found[i + 1] ~= expect.version
  end
  return differs and found or nil
end
local function full(commit)
  for i, line in ipairs(commit.ledger) do
    if line.atMost ~= '' then
      local load = 0
      for _, units in ipairs(call('HVALS', line.key)) do load = load + units end
      local after = load
      for _, other in ipairs(commit.ledger) do
        if other.key == line.key and other.holds == '1' then
          after = after + other.units - (call('HGET', other.key, other.entry) or 0)
        end
      end
      if after > tonumber(line.atMost) then return { 'full', tostring(i), tostring(load) } end
    end
  end
end
local function refusal(commit)
  if commit.epoch ~= epoch then return { 'epoch', epoch } end
  local refused = conflict(commit) or full(commit)
  local answer = call('HGET', previous, commit.id) or call('HGET', current, commit.id)
  if answer then return { 'repeated', answer } end
  return refused
end

local function writeExpect(expect)
  local version = tostring(expect.version + 1)
  local home, other = live, final
  if expect.final == '1' then home, other = final, live end
  call('HSET', versions, expect.field, version)
  call('HSET', home, expect.field, version .. ':' .. expect.state)
  call('HDEL', other, expect.field)
  if expect.due == 'never' then call('ZREM', due, expect.field)
  elseif expect.due ~= '' then call('ZADD', due, expect.due, expect.field) end
  for _, key in ipairs(expect.lookups) do call('ZADD', key, 'NX', call('HINCRBY', meta, 'lookup', 1), expect.id) end
end
local function writeLine(line)
  if line.units == '0' then call('HDEL', line.key, line.entry) return end
  call('HSET', line.key, line.entry, line.units)
  call('SADD', agents, line.agent)
end

local out, gained, audited, committed = {}, {}, {}, false
for i = 1, tonumber(ARGV[7]) do
  local commit = readCommit()
  out[i] = refusal(commit)
  if not out[i] then
    local appended = {}
    for _, expect in ipairs(commit.expects) do if expect.writes == '1' then writeExpect(expect) end end
    for _, line in ipairs(commit.ledger) do writeLine(line) end
    for n, append in ipairs(commit.appends) do appended[n] = call('RPUSH', append.key, append.body) end
    for _, line in ipairs(commit.audit) do audited[#audited + 1] = line end
    local places, offset = table.concat(appended, ','), 0
    if commit.floor ~= '' then
      gained[#gained + 1] = places .. ';' .. commit.floor
      offset = floorTop + #gained
    end
    call('HSET', current, commit.id, sender .. '-' .. i .. ';' .. offset .. ';' .. places .. ';' .. commit.answer)
    out[i], committed = { 'committed', offset, places }, true
  end
end

if committed then
  floorTop, auditTop = floorTop + #gained, auditTop + #audited
  call('HSET', meta, 'floor', floorTop, 'audit', auditTop, 'used', 1)
  call('PEXPIRE', current, 2 * bucketMs, 'NX')
end
if #audited > 0 then call('XADD', audit, auditTop .. '-0', 'n', #audited, 'd', table.concat(audited)) end
if #gained > 0 then
  local blob = table.concat(gained)
  call('XADD', floor, 'MAXLEN', '~', keepFloor, floorTop .. '-0', 'n', #gained, 'd', blob)
  call('PUBLISH', channel, epoch .. ';' .. #gained .. ';' .. floorTop .. '\n' .. blob)
end
return out
