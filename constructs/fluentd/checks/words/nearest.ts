/** The words that `word` could be a misspelling of, the likeliest first; none if all are too far away. */
export function nearest(word: string, known: readonly string[]): string[] {
  const most = word.length < 3 ? 0 : Math.floor(word.length / 3);
  return known
    .map((other) => ({ other, typos: typos(word.toLowerCase(), other.toLowerCase()) }))
    .filter((candidate) => candidate.typos <= most)
    .sort((a, b) => a.typos - b.typos)
    .map(({ other }) => other);
}

/** How often letters must be added, removed, replaced or swapped to make `b` of `a` (optimal string alignment). */
function typos(a: string, b: string): number {
  const table = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => table[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= a.length; row++) {
    table[row] = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      (table[row] as number[])[column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + same,
        swapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(a.length, b.length);
}
