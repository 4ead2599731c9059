/** A Vite plugin that names the Trusted Types policy of the templates of one build. */
export function ownPolicy(name: string): object;
