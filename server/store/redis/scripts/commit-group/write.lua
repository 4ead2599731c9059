-- Part of commit-group.lua: what one commit leaves; called only when nothing refuses it.

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
local function write(commit, place)
  local appended, offset = {}, 0
  for _, expect in ipairs(commit.expects) do if expect.writes == '1' then writeExpect(expect) end end
  for _, line in ipairs(commit.ledger) do writeLine(line) end
  for n, append in ipairs(commit.appends) do appended[n] = call('RPUSH', append.key, append.body) end
  for _, line in ipairs(commit.audit) do audited[#audited + 1] = line end
  local places = table.concat(appended, ',')
  if commit.floor ~= '' then
    gained[#gained + 1] = places .. ';' .. commit.floor
    offset = floorTop + #gained
  end
  call('HSET', current, commit.id, sender .. '-' .. place .. ';' .. offset .. ';' .. places .. ';' .. commit.answer)
  committed = true
  return { 'committed', offset, places }
end
