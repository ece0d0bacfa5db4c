import type { TimeValue } from '../units';

/** How soon somebody must look: at once, today, or whenever it is convenient. */
export type Severity = 'critical' | 'warning' | 'info';

/** What is wrong, as an expression of Prometheus, and what to do about it. Components meet a monitoring by it. */
export interface AlertRule {
  /** Name, unique among all rules, in CamelCase; its runbook is the section of this name. */
  readonly alert: string;

  /** Expression (PromQL); every series of its result is an alert. */
  readonly expr: string;

  /** How long it must hold before it is an alert; that it holds once is enough without it. */
  readonly for?: TimeValue;

  /** How soon somebody must look. */
  readonly severity: Severity;

  /** What is wrong, in a sentence; `{{ $labels.x }}` and `{{ $value }}` are those of the series. */
  readonly summary: string;

  /** What to do first, in a sentence. */
  readonly action: string;
}

/** A series that is computed from others, so that it is quick to ask for. */
export interface RecordingRule {
  /** Name of the series, `level:metric:operation`. */
  readonly record: string;

  /** Expression (PromQL). */
  readonly expr: string;
}

/** Rules that are evaluated together, one after the other. */
export interface RuleGroup {
  /** Name, unique among all groups. */
  readonly name: string;

  /**
   * Page of the runbooks that has a section for each alert, e.g. `elasticsearch.md`.
   *
   * @default - the address of the runbooks is the page itself
   */
  readonly runbook?: string;

  /** The rules, in their order. */
  readonly rules: readonly (AlertRule | RecordingRule)[];
}
