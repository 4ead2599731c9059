-- Part of commit-group.lua: why a commit is not written: another epoch, done before, another version, too much load.

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
