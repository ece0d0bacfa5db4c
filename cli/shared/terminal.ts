import { styleText } from 'node:util';

/** Bold on a terminal, plain elsewhere or with `NO_COLOR` (https://no-color.org). */
export function bold(text: string): string {
  return process.stdout.isTTY && !process.env.NO_COLOR ? styleText('bold', text) : text;
}

/** Text in columns, two spaces apart and two from the left. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return lines.map((line) => `  ${line}`.trimEnd()).join('\n');
}
