import { count } from './count.ts';

/** What an administrator switches (R3, M7, N3). */
export const settings = {
  settings: 'Switches and policies',
  settingsUse: 'Floorwalk is not for employment decisions: compensation, reward, seniority or rights.',
  switch_monitor: 'Supervisors may monitor',
  switch_assign: 'Supervisors may assign',
  switch_transfer: 'Supervisors may transfer to agents',
  switch_transferToQueue: 'Supervisors may transfer to queues',
  switch_lastMessageOnFloor: 'The floor shows the last public message',
  policy_monitoringVisibleToAgent: 'Agents see who monitors while it happens',
  policy_auditVisibleToAgent: 'Agents may read the lines of the record about themselves',
  settingOn: ({ setting }: { setting: string }) => `Turn on: ${setting}?`,
  settingOff: ({ setting }: { setting: string }) => `Turn off: ${setting}?`,
  settingNoEffect: 'Nobody has to stop what they are doing.',
  settingWatchersEnd: ({ people }: { people: number }) =>
    `${count(people, 'person who monitors stops', 'people who monitor stop')} within 5 seconds.`,
  settingSave: 'Save',
  settingSaved: ({ setting }: { setting: string }) => `Saved: ${setting}.`,
  settingUndo: 'Undo',
  settingsNotRead: 'The settings could not be read or saved. Check the connection and try again.',
} as const;
