/** A series of a scrape. */
export interface Series {
  /** Name of the series; one of a histogram has the ending of its part. */
  readonly name: string;

  /** Its labels. */
  readonly labels: Readonly<Record<string, string>>;

  /** Its value. */
  readonly value: number;
}

/** What was served at once. */
export interface Scrape {
  /** Types of the metrics by their names. */
  readonly types: ReadonlyMap<string, string>;

  /** All series. */
  readonly series: readonly Series[];
}

/** The text form of Prometheus. */
export function parseScrape(text: string): Scrape {
  const types = new Map([...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name = '', type = '']) => [name, type]));
  const series = [...text.matchAll(/^(\w+)(?:\{(.*)\})? (\S+)$/gm)].map(([, name = '', labels = '', value]) => ({
    name,
    labels: Object.fromEntries([...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, text]) => [key, text])),
    value: Number(value),
  }));
  return { types, series };
}
