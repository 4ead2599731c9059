import type { Series } from './series.ts';

const [WIDTH, HEIGHT] = [520, 260];
const BOX = { left: 62, right: 508, top: 42, bottom: 206 };
/** Between the edges and the outermost figures, which need room for their digits. */
const INSET = 26;

/**
 * One line as a picture of its own: x grows tenfold from mark to mark, y starts at nothing. Ink and paper follow the
 * reader's light or dark page.
 */
export function plot({ title, x, y, points }: Series): string {
  const xs = points.map((point) => point.x);
  const top = niceAbove(Math.max(...points.map((point) => point.y)));
  const [from, to] = [Math.log10(Math.min(...xs)), Math.log10(Math.max(...xs))];
  const at = (value: number): number =>
    BOX.left + INSET + ((Math.log10(value) - from) / (to - from || 1)) * (BOX.right - BOX.left - 2 * INSET);
  const up = (value: number): number => BOX.bottom - (value / top) * (BOX.bottom - BOX.top);
  const line = points.map((point) => `${at(point.x).toFixed(1)},${up(point.y).toFixed(1)}`).join(' ');
  const marks = [0, top / 2, top].map(
    (value) =>
      `<line class="rule" x1="${BOX.left}" x2="${BOX.right}" y1="${up(value)}" y2="${up(value)}"/>` +
      `<text x="${BOX.left - 8}" y="${up(value) + 4}" text-anchor="end">${figure(value)}</text>`,
  );
  const dots = points.map(
    (point) =>
      `<circle cx="${at(point.x).toFixed(1)}" cy="${up(point.y).toFixed(1)}" r="3.5"/>` +
      `<text class="value" x="${at(point.x).toFixed(1)}" y="${(up(point.y) - 9).toFixed(1)}" text-anchor="middle">${figure(point.y)}</text>` +
      `<text x="${at(point.x).toFixed(1)}" y="${BOX.bottom + 18}" text-anchor="middle">${point.x.toLocaleString('en')}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${title}">
<style>
  svg { background: #fff; color: #1f2328; --line: #0a58ca; --rule: #d0d7de }
  @media (prefers-color-scheme: dark) { svg { background: #0d1117; color: #e6edf3; --line: #6cb0ff; --rule: #30363d } }
  text { font: 12px system-ui, sans-serif; fill: currentColor }
  .title { font-weight: 600; font-size: 13px }
  .value { font-weight: 600 }
  .rule { stroke: var(--rule) }
  polyline { fill: none; stroke: var(--line); stroke-width: 2 }
  circle { fill: var(--line) }
</style>
<text class="title" x="12" y="20">${title}</text>
${marks.join('\n')}
<polyline points="${line}"/>
${dots.join('\n')}
<text x="${BOX.left}" y="${HEIGHT - 14}">${x}</text>
<text x="${BOX.right}" y="${HEIGHT - 14}" text-anchor="end">up: ${y}</text>
</svg>
`;
}

/** The next round figure above. */
function niceAbove(value: number): number {
  const step = 10 ** Math.floor(Math.log10(value * 1.15));
  return Math.ceil((value * 1.15) / step) * step;
}

const figure = (value: number): string =>
  (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)).replace(/\.0+$/u, '');
