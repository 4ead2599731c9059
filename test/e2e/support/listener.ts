import type { CDPSession, Page } from 'playwright-core';

/** What a screen reader has to say, in the order in which it says it. */
export interface Listener {
  /** What the page has said by itself since the last `taken`, then what has the focus now if that is something else. */
  hear(): Promise<readonly string[]>;
  /** What was heard last has been said. */
  taken(): void;
}

interface AxValue {
  readonly value?: unknown;
  readonly relatedNodes?: readonly { readonly backendDOMNodeId?: number }[];
}
interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: AxValue;
  readonly name?: AxValue;
  readonly description?: AxValue;
  readonly value?: AxValue;
  readonly properties?: readonly { readonly name: string; readonly value: AxValue }[];
  readonly childIds?: readonly string[];
  readonly parentId?: string;
  readonly backendDOMNodeId?: number;
}

/** Listens to a page as assistive technology gets it: Chromium's own accessibility tree, shadow trees included. */
export async function listenTo(page: Page): Promise<Listener> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  let before: Moment = { regions: new Map(), focus: '', around: [] };
  let now = before;
  return {
    hear: async () => {
      const nodes = await treeOf(session);
      const at = focusedNode(nodes);
      now = {
        regions: liveRegions(nodes),
        focus: at ? wordsOf(nodes, at) : '',
        around: at ? containersOf(nodes, at) : [],
      };
      const fresh = [...now.regions].flatMap(([region, lines]) => newLines(before.regions.get(region), lines));
      const entered = now.around.filter((name) => !before.around.includes(name));
      const news = now.focus === before.focus ? [] : [...entered, now.focus];
      return [...fresh, ...news].filter((words) => words !== '').map(withoutTimes);
    },
    taken: () => {
      // The transcript is new to a screen reader each time it comes back from behind a dialog.
      const known = [...before.regions].filter(([region]) => !region.startsWith('log '));
      before = { ...now, regions: new Map([...known, ...now.regions]) };
    },
  };
}

type Regions = ReadonlyMap<string, ReadonlyMap<string, string>>;
/** All that can be said at one moment. */
interface Moment {
  readonly regions: Regions;
  readonly focus: string;
  readonly around: readonly string[];
}

async function treeOf(session: CDPSession): Promise<ReadonlyMap<string, AxNode>> {
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: readonly AxNode[] };
  return new Map(nodes.map((node) => [node.nodeId, node]));
}

const textOf = (value: AxValue | undefined): string =>
  (typeof value?.value === 'string' ? value.value : '').replaceAll(/\s+/gu, ' ').trim();
const property = (node: AxNode, name: string): unknown => node.properties?.find((it) => it.name === name)?.value.value;

/** Each region that speaks by itself with its lines, every line under its own node: the same words twice are two. */
function liveRegions(nodes: ReadonlyMap<string, AxNode>): Regions {
  const regions = new Map<string, ReadonlyMap<string, string>>();
  for (const node of nodes.values()) {
    const live = property(node, 'live');
    if (node.ignored || live === undefined || live === 'off' || property(node, 'busy') === true) continue;
    const lines = (node.childIds ?? []).map((child) => [`${keyOf(nodes, child)}`, wordsBelow(nodes, child)] as const);
    const key = `${textOf(node.role)} ${keyOf(nodes, node.nodeId)}`;
    regions.set(
      key,
      new Map(lines.filter(([, words]) => words !== '').map(([id, words]) => [`${id} ${words}`, words])),
    );
  }
  return regions;
}

/** What a region that is new holds already is not said, as screen readers do it. */
const newLines = (
  before: ReadonlyMap<string, string> | undefined,
  now: ReadonlyMap<string, string>,
): readonly string[] => (before ? [...now].filter(([key]) => !before.has(key)).map(([, words]) => words) : []);

const keyOf = (nodes: ReadonlyMap<string, AxNode>, id: string): string => String(nodes.get(id)?.backendDOMNodeId ?? id);

function wordsBelow(nodes: ReadonlyMap<string, AxNode>, id: string): string {
  const node = nodes.get(id);
  if (!node) return '';
  const role = textOf(node.role);
  if (role === 'InlineTextBox') return '';
  if (role === 'StaticText' || role === 'image' || role === 'button') return textOf(node.name);
  return (node.childIds ?? [])
    .map((child) => wordsBelow(nodes, child))
    .filter((words) => words !== '')
    .join(' ');
}

const stateWords: Readonly<Record<string, string>> = {
  disabled: 'unavailable',
  required: 'required',
  multiline: 'multi-line',
};

function focusedNode(nodes: ReadonlyMap<string, AxNode>): AxNode | undefined {
  const focused = [...nodes.values()].filter((node) => property(node, 'focused') === true);
  return focused.findLast(({ role }) => textOf(role) !== 'RootWebArea') ?? focused.at(-1);
}

/** Name, role, states, value and description; of a list that is steered from a field, its line too. */
function wordsOf(nodes: ReadonlyMap<string, AxNode>, node: AxNode): string {
  const states = Object.entries(stateWords).flatMap(([name, words]) => (property(node, name) === true ? [words] : []));
  const parts = [textOf(node.name), textOf(node.role), ...states, textOf(node.value), textOf(node.description)];
  const to = node.properties?.find(({ name }) => name === 'activedescendant')?.value.relatedNodes?.[0]
    ?.backendDOMNodeId;
  const active = to === undefined ? undefined : [...nodes.values()].find((it) => it.backendDOMNodeId === to);
  return [parts.filter((part) => part !== '').join(', '), ...(active ? [textOf(active.name)] : [])].join('; ');
}

const spokenContainers = ['dialog', 'group', 'region', 'toolbar', 'grid', 'form'];

/** The named parts of the page around a node, outermost first: said when the focus comes into them. */
function containersOf(nodes: ReadonlyMap<string, AxNode>, node: AxNode): readonly string[] {
  const names: string[] = [];
  for (let at = nodes.get(node.parentId ?? ''); at; at = nodes.get(at.parentId ?? '')) {
    const [name, role] = [textOf(at.name), textOf(at.role)];
    if (!at.ignored && name !== '' && spokenContainers.includes(role)) names.unshift(`${name}, ${role}`);
  }
  return names;
}

/** Times differ from run to run. */
const withoutTimes = (words: string): string =>
  words.replaceAll(/\b\d{1,2}:\d{2}(?::\d{2})?\b/gu, '‹time›').replaceAll(/\b\d+ s\b/gu, '‹n› s');
