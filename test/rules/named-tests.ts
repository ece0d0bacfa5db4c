/** Text in single quotes, as the titles of tests are written. */
const LITERAL = /'((?:[^'\\\n]|\\.)*)'/g;

/** The titles that tests can have: what stands in quotes, and a title with a place for what stands in others. */
function isTitle(text: string, literals: ReadonlySet<string>): boolean {
  if (literals.has(text)) return true;
  return [...literals].some((literal) => {
    const [before, after] = literal.split('%s');
    if (after !== '' || !before || !text.startsWith(before)) return false;
    return literals.has(text.slice(before.length));
  });
}

/** First cells of the rows of tables with these headings, without what stands in parentheses at the end. */
function cellsBelow(document: string, headings: readonly string[]): string[] {
  const cells: string[] = [];
  let isInside = false;
  for (const line of document.split('\n')) {
    const [, first] = /^\| (.*?) \|/.exec(line) ?? [];
    if (first === undefined) isInside &&= line.startsWith('|');
    else if (headings.includes(first)) isInside = true;
    else if (isInside) cells.push(first.replace(/ \([^()]*\)$/, ''));
  }
  return cells;
}

/** Rows of tables that are named after tests of which there is none in `sources`. `prefix` may be left out in a table. */
export function unknownTests(
  document: string,
  sources: readonly string[],
  headings: readonly string[],
  prefix: string,
): string[] {
  const literals = new Set(sources.flatMap((text) => [...text.matchAll(LITERAL)].map(([, literal = '']) => literal)));
  return cellsBelow(document, headings).filter(
    (cell) => ![cell, `${prefix} ${cell}`, `${prefix}, ${cell}`].some((title) => isTitle(title, literals)),
  );
}
