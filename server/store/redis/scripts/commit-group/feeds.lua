-- Part of commit-group.lua: the offsets, the streams with what they no longer keep, and the push to followers.

if committed then
  floorTop, auditTop = floorTop + #gained, auditTop + #audited
  call('HSET', meta, 'floor', floorTop, 'audit', auditTop, 'used', 1)
  call('PEXPIRE', current, 2 * bucketMs, 'NX')
end
if #audited > 0 then
  call('XADD', audit, auditTop .. '-0', 'n', #audited, 'd', table.concat(audited), 't', time)
  -- A few at a time, so that no commit pays for a year.
  local oldest = keepAudit ~= '' and call('XRANGE', audit, '-', '+', 'COUNT', 10) or {}
  for _, entry in ipairs(oldest) do
    if tonumber(entry[2][6] or time) >= time - keepAudit then break end
    call('XDEL', audit, entry[1])
  end
end
if #gained > 0 then
  local blob = table.concat(gained)
  call('XADD', floor, 'MAXLEN', '~', keepFloor, floorTop .. '-0', 'n', #gained, 'd', blob)
  call(publish, channel, epoch .. ';' .. #gained .. ';' .. floorTop .. '\n' .. blob)
end
