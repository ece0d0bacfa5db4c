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

/** What is shown of a rule. */
export interface ShownRule {
  /** It fires. */
  readonly fires: FiringCase;

  /** It also does so for another reason or says so otherwise, by what that is. */
  readonly alsoFires?: Readonly<Record<string, FiringCase>>;

  /** It nearly does. */
  readonly quiet: RuleCase;

  /** Nor does it for a restart, a burst and the like, by what that is. */
  readonly alsoQuiet?: Readonly<Record<string, RuleCase>>;
}

/** By the name of the alert. */
export type RuleCases = Readonly<Record<string, ShownRule>>;
