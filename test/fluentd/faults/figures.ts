import type { Outcome } from './play';

/** What a trial came to, as a row of the table in docs/collector.md. */
export function figures(title: string, { account, delay, memory, linesPerSecond }: Outcome): string {
  const cells = [
    title.replace(/^nothing is lost,? /, ''),
    count(linesPerSecond),
    count(account.written),
    count(account.stored),
    count(account.duplicates),
    count(account.lost),
    `${delay.toFixed(1)} s`,
    `${Math.round(memory)} MiB`,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** `12,345` */
function count(value: number): string {
  return Math.round(value).toLocaleString('en');
}
