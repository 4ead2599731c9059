// The panels as frameworks' type systems know elements: one file of properties and events, and one for each framework.

const propsOf = (name) => `${name}Props`;
const byName = (a, b) => a.localeCompare(b);
const LINE = '// Made from custom-elements.json.';

/** Properties, attributes and events of every panel; a file for each framework adds them to its own table of elements. */
export function frameworkTypes(declarations) {
  const names = declarations.map(({ name }) => name);
  const own = (render) => declarations.map((it) => `    '${it.tagName}': ${render(it)};`).join('\n');
  const imports = `import type { ${names.join(', ')}, ${names.map(propsOf).join(', ')} } from './elements.js';`;
  return {
    'elements.d.ts': elements(declarations),
    'react.d.ts': `${LINE}
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${imports}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${own(({ name }) => `DetailedHTMLProps<HTMLAttributes<${name}>, ${name}> & ${propsOf(name)}`)}
    }
  }
}
`,
    'preact.d.ts': `${LINE}
import type { HTMLAttributes } from 'preact';
${imports}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
${own(({ name }) => `HTMLAttributes<${name}> & ${propsOf(name)}`)}
    }
  }
}
`,
    'svelte.d.ts': `${LINE}
import type { HTMLAttributes } from 'svelte/elements';
${imports}

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${own(({ name }) => `HTMLAttributes<${name}> & ${propsOf(name)}`)}
  }
}
`,
    'vue.d.ts': `${LINE}
import type { DefineComponent, HTMLAttributes } from 'vue';
${imports}

declare module 'vue' {
  interface GlobalComponents {
${own(({ name }) => `DefineComponent<${propsOf(name)} & HTMLAttributes>`)}
  }
}
`,
  };
}

function elements(declarations) {
  const events = [...new Set(declarations.flatMap((it) => it.events.map(({ type }) => type.text)))].toSorted(byName);
  return `${LINE}
${declarations.map(({ name, tagName }) => `import type { ${name} } from '../elements/${tagName.replace('floorwalk-', '')}/define.js';`).join('\n')}
import type { ${events.join(', ')} } from '../events/index.js';

export type { ${declarations.map(({ name }) => name).join(', ')} };

${declarations.map(props).join('\n\n')}
`;
}

function props({ name, tagName, members, attributes, events }) {
  const fields = members.filter(({ kind, readonly }) => kind === 'field' && readonly !== true);
  const written = new Set(fields.map((field) => field.name));
  return `/** What \`<${tagName}>\` is given. */
export interface ${propsOf(name)} {
${[
  ...fields.map((it) => line(it.name, `${name}['${it.name}']`, it.description)),
  ...attributes
    .filter((it) => !written.has(it.name))
    .map((it) => line(`'${it.name}'`, `${name}['${it.fieldName}'] | string`, it.description)),
  ...events.map((it) => line(`'on${it.name}'`, `((event: ${it.type.text}) => void) | undefined`, it.description)),
].join('\n')}
}`;
}

const line = (name, type, words) => `  /** ${words} */\n  ${name}?: ${type};`;
