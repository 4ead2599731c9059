// A Vite plugin for pages with Trusted Types: a browser gives each policy name out once, so a page that has Lit of its own,
// or two of our files that share nothing, needs a name for each.

/** Names the policy of the templates of one build. */
export const ownPolicy = (name) => ({
  name: 'floorwalk-own-policy',
  apply: 'build',
  transform: {
    order: 'pre',
    handler: (code, id) => {
      if (!/\/lit-html\/(?:development\/)?lit-html\.js$/u.test(id.split('?')[0])) return undefined;
      const named = code.replace(/createPolicy\((["'])lit-html\1/u, `createPolicy("${name}"`);
      if (named === code)
        throw new Error('Lit makes its Trusted Types policy differently now: see tools/own-policy.mjs.');
      return { code: named, map: null };
    },
  },
});
