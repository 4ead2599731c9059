import { css, html, nothing } from 'lit';
import { announce } from '../../announcer/announcer.ts';
import { goingOn } from '../../focus/going-on.ts';
import { icon } from '../../icons/index.ts';
import { messageId } from '../../message/message-id.ts';
import { t } from '../../strings/index.ts';

/** What the menu of saved views, which is fetched when it is first opened, shares with the page that has it already. */
export const menuKit = { html, css, nothing, icon, t, announce, newId: messageId, goingOn };
export type MenuKit = typeof menuKit;
