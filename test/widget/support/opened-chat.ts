import '../../../widget/elements/chat/define.ts';
import { fixtureSync, html } from '@open-wc/testing';
import type { FloorwalkChat } from '../../../widget/elements/chat/chat.ts';
import { settled } from './fake-clock.ts';
import { scriptedChat, type ScriptedChatSocket } from './scripted-chat.ts';
import { one } from './shown.ts';

/** A customer's chat on a page, with the connections that it opens. */
export class OpenedChat {
  readonly el: FloorwalkChat;
  readonly sockets: readonly ScriptedChatSocket[];

  private constructor(el: FloorwalkChat, sockets: readonly ScriptedChatSocket[]) {
    this.el = el;
    this.sockets = sockets;
  }

  static async mount(more: object = {}, width = 360): Promise<OpenedChat> {
    const script = scriptedChat();
    const box = fixtureSync(html`<div></div>`);
    box.setAttribute('style', `width: ${width}px`);
    const el = document.createElement('floorwalk-chat');
    Object.assign(el, { openSocket: script.open, ...more });
    box.append(el);
    const chat = new OpenedChat(el, script.sockets);
    await chat.shown();
    return chat;
  }
  /** The chat of a customer who has been here before. */
  static async inConversation(width = 360, more: object = {}): Promise<OpenedChat> {
    localStorage.setItem(`floorwalk.chat ${location.origin} live-chat`, 't1');
    const chat = await OpenedChat.mount(more, width);
    chat.socket.welcome();
    await chat.shown();
    return chat;
  }

  get socket(): ScriptedChatSocket {
    const found = this.sockets.at(-1);
    if (!found) throw new TypeError('nobody connected');
    return found;
  }
  get transcript(): HTMLElement {
    return one(this.el, '.transcript');
  }
  get field(): HTMLTextAreaElement {
    return one<HTMLTextAreaElement>(this.el, 'textarea');
  }
  /** Lets what is under way come to the screen. */
  async shown(): Promise<void> {
    for (let turn = 0; turn < 3; turn += 1) {
      await settled();
      await this.el.updateComplete;
    }
  }
  /** The page goes; what the device keeps stays. */
  close(): void {
    this.el.remove();
  }
}
