import type { FloorQuery, SortColumn } from '@floorwalk/core/protocol';
import type { FloorPicture } from '../../stores/floor-store.ts';
import { t } from '../../strings/index.ts';
import { nextOpen, type KeyDeed } from './floor-keys.ts';
import { columns, views } from './floor-words.ts';
import type { PaletteCommand, PaletteGroup } from './palette-commands.ts';
import { cleared, isFiltered } from './render-filters.ts';
import { allCommands, whyNot, type RowDeed } from './row-commands.ts';

interface Facts {
  readonly floor: FloorPicture;
  readonly query: Partial<FloorQuery>;
  readonly selected: string;
  readonly isLive: boolean;
}

interface Deeds {
  readonly request: (command: RowDeed, isBeside: boolean) => void;
  readonly ask: (change: Partial<FloorQuery>) => void;
  readonly sort: (column: SortColumn) => void;
  readonly do: (deed: KeyDeed) => void;
}

/** Everything that can be done on the floor now, with its key and, where it is off, the reason. */
export function floorCommands(facts: Facts, deeds: Deeds): readonly PaletteGroup[] {
  const row = facts.floor.rows.get(facts.selected);
  return [
    {
      name: row ? t('paletteForRow', { customer: row.customer }) : t('paletteForNoRow'),
      commands: rowGroup(facts, deeds),
    },
    { name: t('groupViews'), commands: viewGroup(facts, deeds) },
    { name: t('groupOrder'), commands: orderGroup(facts, deeds) },
  ];
}

function rowGroup({ floor, selected, isLive }: Facts, { request }: Deeds): readonly PaletteCommand[] {
  const row = floor.rows.get(selected);
  const of = (command: RowDeed, name: string, key: string, isBeside = false): PaletteCommand => ({
    name,
    key,
    why: whyNot(row, command, isLive),
    run: () => request(command, isBeside),
  });
  const [monitor, ...others] = allCommands(row).map(({ command, name, key }) => of(command, name, key));
  return [
    ...(monitor ? [monitor] : []),
    of('monitor', t('paletteBeside'), 'Shift M', true),
    of('join', t('join'), 'J'),
    ...others,
  ];
}

const viewGroup = ({ query }: Facts, { ask, do: act }: Deeds): readonly PaletteCommand[] => [
  ...views.map(([view, words], index): PaletteCommand => ({
    name: t('paletteView', { view: t(words) }),
    key: String(index + 1),
    why: null,
    run: () => ask({ view }),
  })),
  { name: t('paletteSearchFloor'), key: '/', why: null, run: () => act({ do: 'search' }) },
  {
    name: t('clearFilters'),
    key: '',
    why: isFiltered(query) ? null : t('noFilters'),
    run: () => ask(cleared()),
  },
];

function orderGroup({ floor, selected }: Facts, { sort, do: act }: Deeds): readonly PaletteCommand[] {
  const { order, rows, moved } = floor;
  const next = nextOpen({ order, index: order.indexOf(selected) }, rows);
  const sorting = columns.flatMap(([column, words]): readonly PaletteCommand[] =>
    column === null
      ? []
      : [{ name: t('paletteSort', { column: t(words) }), key: '', why: null, run: () => sort(column) }],
  );
  return [
    {
      name: t('nextOpen'),
      key: 'N',
      why: next === undefined ? t('noOpenHere') : null,
      run: () => act({ do: 'nextOpen' }),
    },
    { name: t('showNewOrder'), key: 'U', why: moved > 0 ? null : t('orderIsNew'), run: () => act({ do: 'show' }) },
    ...sorting,
    { name: t('paletteKeys'), key: '?', why: null, run: () => act({ do: 'keys' }) },
  ];
}
