// The custom elements manifest of the panels: what an editor, a framework or a person must know to use them.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { codeOf, eventsIn, panelNames, partsIn, widget } from './sources.mjs';
import { partWords, propertyWords } from './words.mjs';

/** The manifest, in the schema's version 1.0.0. Throws where something public has no sentence. */
export function analyse() {
  const files = globSync('elements/**/*.ts', { cwd: widget }).sort();
  const modules = files.map((file) =>
    ts.createSourceFile(file, readFileSync(join(widget, file), 'utf8'), ts.ScriptTarget.ES2015, true),
  );
  const found = create({ modules, plugins: litPlugin() }).modules.flatMap(({ declarations = [] }) => declarations);
  return {
    schemaVersion: '1.0.0',
    readme: 'README.md',
    modules: panelNames.map((name) => {
      const tagName = `floorwalk-${name}`;
      const path = `elements/${name}/define.js`;
      const declaration = describe(
        name,
        found.find((it) => it.kind === 'class' && it.name === classOf(name)),
      );
      return {
        kind: 'javascript-module',
        path,
        declarations: [declaration],
        exports: [
          { kind: 'js', name: declaration.name, declaration: { name: declaration.name, module: path } },
          { kind: 'custom-element-definition', name: tagName, declaration: { name: declaration.name, module: path } },
        ],
      };
    }),
  };
}

const classOf = (name) => `Floorwalk${name[0].toUpperCase()}${name.slice(1)}`;

/** The class as the analyser found it, reduced to what is public, with the parts, events and values of its whole tree. */
function describe(name, { kind, description, name: className, members = [], attributes = [] }) {
  const code = codeOf(name);
  const isOurs = ({ privacy, name: member, kind: of, static: isStatic }) =>
    !isStatic &&
    (privacy ?? 'public') === 'public' &&
    !member.startsWith('#') &&
    !LIFECYCLE.has(member) &&
    (of === 'method' || of === 'field');
  const properties = members.filter(isOurs).map((member) => {
    const { inheritedFrom: _, reflects, ...kept } = member;
    const words = sentence(kept.description ?? OWN[kept.name], `${className}.${kept.name}`);
    return { ...kept, ...(reflects && { reflects }), description: words };
  });
  const known = new Map(properties.map((member) => [member.name, member]));
  return {
    kind,
    description: sentence(description, className),
    name: className,
    tagName: `floorwalk-${name}`,
    customElement: true,
    attributes: attributes
      .filter(({ name: attribute, fieldName }) => attribute !== undefined && known.has(fieldName ?? attribute))
      .map(({ name: attribute, fieldName = attribute, type, default: initial }) => ({
        name: attribute,
        fieldName,
        type,
        ...(initial !== undefined && { default: initial }),
        description: known.get(fieldName).description,
      })),
    members: properties,
    events: eventsIn(code).map(({ name: event, type, description: words }) => ({
      name: event,
      type: { text: type },
      description: words,
    })),
    slots: [],
    cssParts: partsIn(code).map((part) => ({ name: part, description: sentence(partWords[part], `part ${part}`) })),
    cssProperties: valuesIn(code).map(([property, initial]) => ({
      name: property,
      default: initial,
      description: sentence(propertyWords[property.replace('--floorwalk-', '')], property),
    })),
  };
}

/** What Lit calls; and what a subclass needs. */
const LIFECYCLE = new Set('connectedCallback disconnectedCallback styles isDesk live now'.split(' '));
/** Overridden from the platform, which has the words. */
const OWN = { focus: 'Takes the focus to where work goes on.' };

/** Every value that a page may set, and what it is otherwise. */
function valuesIn(code) {
  const values = new Map();
  const styles = code.replace(/\/\*[^]*?\*\//gu, '');
  for (const [, name, rest] of styles.matchAll(/var\(\s*(--floorwalk-[a-z0-9-]+),\s*([^;]*?)\)(?=;|\s*!)/gu))
    if (!values.has(name)) values.set(name, rest.replace(/\s+/gu, ' ').trim());
  return [...values].sort(([a], [b]) => a.localeCompare(b));
}

function sentence(words, what) {
  const text = words?.replace(/\s+/gu, ' ').trim() ?? '';
  if (!/\w.*[.:)]$/u.test(text)) throw new Error(`${what} has no sentence: ${text || 'nothing'}`);
  return text;
}
