import type { Channel } from '@floorwalk/core';
import type { TemplateResult } from 'lit';
import { customerShapes } from './customer-shapes.ts';
import { drawIcon } from './draw-icon.ts';
import { staffShapes } from './staff-shapes.ts';

const shapes = { ...customerShapes, ...staffShapes };

export type IconName = keyof typeof shapes;

/** Those that point along the line of text. */
const turning: ReadonlySet<IconName> = new Set(['out', 'assign', 'takeOver', 'beside', 'paperPlane', 'sound', 'muted']);

/** Every name that `icon` takes. */
export const iconNames = Object.keys(shapes) as readonly IconName[];

/** An icon in the current colour. It is decoration: a word beside it, or the button's label, says it. */
export const icon = (name: IconName, size: 'normal' | 'small' = 'normal'): TemplateResult =>
  drawIcon(shapes[name], size, turning.has(name));

const channelIcons = {
  liveChat: 'liveChat',
  sms: 'phoneText',
  whatsapp: 'roundChat',
  teams: 'teams',
  facebook: 'globe',
  line: 'roundLines',
  telegram: 'paperPlane',
  custom: 'custom',
  voice: 'voice',
  record: 'record',
} as const satisfies Record<Channel, IconName>;

/** The icon of a channel; no logos. Its name is to be said beside it or by the cell. */
export const channelIcon = (channel: Channel): TemplateResult => icon(channelIcons[channel]);
