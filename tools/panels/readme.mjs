// The reference in widget/README.md, between its two marks.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { events, widget } from './sources.mjs';

const file = join(widget, 'README.md');
const [BEGIN, END] = ['<!-- reference: made by `npm run reference` -->', '<!-- end of the reference -->'];

/** The README with the reference of these panels. */
export function withReference(declarations) {
  const text = readFileSync(file, 'utf8');
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${file} has no place for the reference.`);
  return `${text.slice(0, from + BEGIN.length)}\n\n${reference(declarations)}\n\n${text.slice(to)}`;
}

const table = (heads, rows) =>
  [heads, heads.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`)
    .join('\n');
const code = (text) => `\`${text}\``;

function reference(declarations) {
  const staff = declarations.filter(({ name }) => name !== 'FloorwalkChat');
  const shared = staff[0].attributes.filter(({ name }) =>
    staff.every((it) => it.attributes.some((a) => a.name === name)),
  );
  const sharedNames = new Set([...shared.map(({ fieldName }) => fieldName), 'getToken', 'client']);
  return [
    '### Every panel for staff',
    table(
      ['attribute', 'property', ''],
      [
        ...shared.map(({ name, fieldName, description }) => [code(name), code(fieldName), description]),
        ['', code('getToken'), memberOf(staff, 'getToken').description],
        [
          '',
          code('client'),
          `${memberOf(staff, 'client').description} Not on \`floorwalk-settings\` and \`floorwalk-audit\`.`,
        ],
      ],
    ),
    ...declarations.flatMap((it) => section(it, it.name === 'FloorwalkChat' ? new Set() : sharedNames)),
    '### Events',
    'All bubble and cross shadow roots. Their fields are on the event itself; there is no `detail` around them.',
    table(
      ['event', 'fields', ''],
      events.map(({ name, fields, description, isCancelable }) => [
        code(name),
        fields.map((field) => code(field.name)).join(', '),
        `${description}${isCancelable ? ' Can be prevented.' : ''}`,
      ]),
    ),
    '### Parts',
    table(
      ['part', ''],
      unique(declarations, 'cssParts').map(({ name, description }) => [code(name), description]),
    ),
    '### Custom properties',
    table(
      ['property', '', 'otherwise'],
      unique(declarations, 'cssProperties').map(({ name, description, default: initial }) => [
        code(name),
        description,
        code(initial),
      ]),
    ),
  ].join('\n\n');
}

const memberOf = (declarations, name) => declarations.flatMap(({ members }) => members).find((it) => it.name === name);
const unique = (declarations, list) =>
  [...new Map(declarations.flatMap((it) => it[list].map((one) => [one.name, one]))).values()].sort((a, b) =>
    a.name.localeCompare(b.name),
  );

function section({ tagName, description, members, attributes, events: out, cssParts }, sharedNames) {
  const attributeOf = (name) => attributes.find(({ fieldName }) => fieldName === name)?.name;
  const own = members.filter(({ name }) => !sharedNames.has(name));
  const rows = own.map(({ kind, name, parameters = [], description: words }) =>
    kind === 'method'
      ? [
          '',
          code(`${name}(${parameters.map((it) => (it.name.startsWith('{') ? it.name : it.name)).join(', ')})`),
          words,
        ]
      : [attributeOf(name) ? code(attributeOf(name)) : '', code(name), words],
  );
  return [
    `### \`<${tagName}>\``,
    description,
    ...(rows.length > 0 ? [table(['attribute', 'property or method', ''], rows)] : []),
    ...(out.length > 0 ? [`Events: ${out.map(({ name }) => code(name)).join(', ')}.`] : []),
    `Parts: ${cssParts.map(({ name }) => code(name)).join(', ')}.`,
  ];
}
