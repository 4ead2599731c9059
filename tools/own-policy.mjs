// A Vite plugin for pages with Trusted Types: a browser gives each policy name out once, so a page that has Lit of its own,
// or two of our files that share nothing, needs a name for each.

const made = /(\w+)\.createPolicy\((["'])lit-html\2,\s*(\{[^}]*\})\)/u;

/**
 * Names the policy of the templates of one build, and makes it with the first template: a file that is loaded a second
 * time registers nothing, renders nothing, and so asks for no policy.
 */
export const ownPolicy = (name) => ({
  name: 'floorwalk-own-policy',
  apply: 'build',
  transform: {
    order: 'pre',
    handler: (code, id) => {
      if (!/\/lit-html\/(?:development\/)?lit-html\.js$/u.test(id.split('?')[0])) return undefined;
      if (!made.test(code))
        throw new Error('Lit makes its Trusted Types policy differently now: see tools/own-policy.mjs.');
      const own = `((made)=>({createHTML:(html)=>(made??=$1.createPolicy("${name}",$3)).createHTML(html)}))()`;
      return { code: code.replace(made, own), map: null };
    },
  },
});
