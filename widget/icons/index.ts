export { channelIcon, icon, iconNames } from './icon.ts';
export type { IconName } from './icon.ts';
