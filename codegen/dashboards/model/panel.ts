/** A question to Prometheus. */
export interface Query {
  /** Expression (PromQL); variables of the dashboard are in it as `$name`. */
  readonly expr: string;

  /** How its series are called; `{{label}}` stands for the value of a label. In tables the title of the column. */
  readonly legend: string;
}

/** From these values on a number is yellow, and red; the smaller first where more is worse, the larger where less is. */
export interface Thresholds {
  readonly warning?: number;
  readonly critical?: number;
  /** @default 'more' */
  readonly worse?: 'more' | 'less';
}

/** What every panel says. */
export interface PanelProps {
  /** What it shows, in a few words. */
  readonly title: string;

  /** What it means, and what to do about it. */
  readonly description: string;

  /** Unit of its numbers, as Grafana names it. */
  readonly unit: string;

  /** Columns of the 24 that a row has. */
  readonly width: number;

  /** @default - all values are alike */
  readonly thresholds?: Thresholds;

  /** Alert that tells of the same; the panel leads to its runbook. @default - none */
  readonly alert?: string;

  /** What is shown where there is nothing. @default - Grafana's `No data` */
  readonly none?: string;
}

/** Panels of one number or of lines over time. */
export interface QueryPanelProps extends PanelProps {
  /** What is asked. */
  readonly queries: readonly Query[];
}
