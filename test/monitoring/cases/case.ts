/** What a rule does with series, told to the rule tests of Prometheus. */
export interface RuleCase {
  /** Values of series, as promtool reads them. */
  readonly series: Readonly<Record<string, string>>;

  /** Time between two values; a minute without it. */
  readonly every?: string;

  /** When it is looked at. */
  readonly at: string;
}

/** A case that fires. */
export interface FiringCase extends RuleCase {
  /** Labels of the alert besides its name and severity. */
  readonly labels?: Readonly<Record<string, string>>;

  /** What the alert says. */
  readonly summary: string;
}

/** By the name of the alert: a case in which it fires, and one in which it nearly does. */
export type RuleCases = Readonly<Record<string, { readonly fires: FiringCase; readonly quiet: RuleCase }>>;
