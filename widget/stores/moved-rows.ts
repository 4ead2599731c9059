/** How many rows of `wanted` are new or have to move for `shown` to become it: the fewest that explain the difference. */
export function movedRows(shown: readonly string[], wanted: readonly string[]): number {
  const places = new Map(shown.map((id, index) => [id, index]));
  // The longest run of rows that keep their order stays where it is: patience sorting over their old places.
  const ends: number[] = [];
  for (const id of wanted) {
    const place = places.get(id);
    if (place === undefined) continue;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    ends[low] = place;
  }
  return wanted.length - ends.length;
}
