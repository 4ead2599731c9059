/** Which foregrounds stand on which background, and the least contrast that WCAG 2.2 asks of them: text 4.5, else 3. */
export const pairs: readonly (readonly [least: number, background: string, foregrounds: readonly string[]])[] = [
  [4.5, 'surface', ['ink', 'ink-2', 'ink-3', 'public-ink', 'internal-ink', 'critical', 'positive']],
  [4.5, 'selected', ['ink', 'ink-2', 'ink-3', 'critical', 'positive']],
  [4.5, 'customer-tint', ['ink', 'ink-3']],
  [4.5, 'public-tint', ['ink', 'ink-2', 'public-ink']],
  [4.5, 'internal-paper', ['ink', 'ink-2', 'internal-ink']],
  [4.5, 'canvas', ['ink-2', 'ink-3']],
  [4.5, 'sunken', ['ink-3']],
  [4.5, 'hover', ['ink-3', 'critical']],
  [4.5, 'accent', ['on-accent']],
  [4.5, 'public', ['on-public']],
  [4.5, 'critical-tint', ['critical']],
  [4.5, 'critical-fill', ['on-critical']],
  [4.5, 'positive-tint', ['positive']],
  [3, 'surface', ['line-strong', 'public-line', 'internal-line', 'graph', 'focus', 'critical-fill', 'public']],
  [3, 'sunken', ['line-strong']],
  [3, 'canvas', ['line-strong', 'public-line', 'focus']],
  [3, 'selected', ['line-strong', 'graph']],
  [3, 'internal-paper', ['internal-line']],
  [3, 'graph-track', ['graph']],
  [3, 'public-tint', ['focus']],
];

/** The contrast of two colours as the browser computes them, `rgb(…)`. */
export const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/gu) ?? []).map((part) => {
    const value = Number(part) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
