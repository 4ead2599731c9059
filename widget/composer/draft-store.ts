import type { Plane } from '@floorwalk/core';

/**
 * Where unsent text is kept, apart for each conversation and plane. Nothing in it ever moves from one plane's draft to
 * the other's.
 */
export interface DraftStore {
  /** The draft, or an empty text. */
  get(conversation: string, plane: Plane): string;
  /** Keeps the draft; an empty text removes it. Never throws: a draft that cannot be kept is only not kept. */
  set(conversation: string, plane: Plane, text: string): void;
}

/** Drafts for as long as the page lives. */
export const memoryDrafts = (): DraftStore => {
  const drafts = new Map<string, string>();
  return {
    get: (conversation, plane) => drafts.get(key(conversation, plane)) ?? '',
    set: (conversation, plane, text) => {
      if (text === '') drafts.delete(key(conversation, plane));
      else drafts.set(key(conversation, plane), text);
    },
  };
};

/**
 * Drafts of one person that outlive a reload of the page, in that tab's session storage. Where storage is full or
 * forbidden they live as long as the page.
 */
export const sessionDrafts = (person: string, storage: Storage | undefined = sessionStorageOrNothing()): DraftStore => {
  const memory = memoryDrafts();
  const stored = (conversation: string, plane: Plane) => `floorwalk draft ${person} ${key(conversation, plane)}`;
  return {
    get: (conversation, plane) => memory.get(conversation, plane) || read(storage, stored(conversation, plane)),
    set: (conversation, plane, text) => {
      memory.set(conversation, plane, text);
      write(storage, stored(conversation, plane), text);
    },
  };
};

const key = (conversation: string, plane: Plane): string => `${plane} ${conversation}`;

/** Reading `sessionStorage` itself throws where the page's sandbox forbids it. */
const sessionStorageOrNothing = (): Storage | undefined => {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
};

const read = (storage: Storage | undefined, name: string): string => {
  try {
    return storage?.getItem(name) ?? '';
  } catch {
    return '';
  }
};

const write = (storage: Storage | undefined, name: string, text: string): void => {
  try {
    if (text === '') storage?.removeItem(name);
    else storage?.setItem(name, text);
  } catch {
    // Full or forbidden: the draft stays in memory.
  }
};
