-- Part of commit-group.lua: reads what encode-group.ts wrote, argument by argument.

local function take() cursor = cursor + 1; return ARGV[cursor] end
local function list(read) local items = {}; for i = 1, tonumber(take()) do items[i] = read() end; return items end
local function touched() return KEYS[10 + tonumber(take())] end

local function readExpect()
  return { field = take(), version = take(), writes = take(), state = take(), final = take(), due = take(), id = take(), lookups = list(touched) }
end
local function readLine() return { agent = take(), key = touched(), entry = take(), units = take(), atMost = take(), holds = take() } end
local function readAppend() return { key = touched(), body = take() } end
local function readCommit()
  return { id = take(), epoch = take(), answer = take(), floor = take(), expects = list(readExpect), ledger = list(readLine), appends = list(readAppend), audit = list(take) }
end
