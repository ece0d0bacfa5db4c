import { styleText } from 'node:util';

/** Text in colours and weights on a terminal, plain elsewhere or with `NO_COLOR` (https://no-color.org). */
export function styled(styles: Parameters<typeof styleText>[0], text: string): string {
  return process.stdout.isTTY && !process.env.NO_COLOR ? styleText(styles, text) : text;
}

/** Bold, where styles are shown. */
export function bold(text: string): string {
  return styled('bold', text);
}

/** Text in columns, two spaces apart and two from the left. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return lines.map((line) => `  ${line}`.trimEnd()).join('\n');
}
