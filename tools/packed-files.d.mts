import type { Plugin } from 'vite';

/** A text packed in each way that browsers take, by the ending of its file. */
export function packed(text: Uint8Array | string): Readonly<Record<'.br' | '.gz', Uint8Array>>;
/** A Vite plugin that writes every script of a build a second and third time, packed. */
export function packedFiles(): Plugin;
