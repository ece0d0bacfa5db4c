import type { AlertRule, RecordingRule, RuleGroup } from '../core';

/** A file of rules, as Prometheus and the spec of a PrometheusRule have it. */
export interface RuleFile {
  /** Groups, in their order. */
  readonly groups: readonly { readonly name: string; readonly rules: readonly object[] }[];
}

/** An alert is known by its name in chats, silences and runbooks. */
const ALERT = /^[A-Z][A-Za-z0-9]*$/;

/**
 * Rules as Prometheus reads them. The action is the annotation `description`.
 *
 * @param runbookUrl where the runbooks are; each alert gets the section of its name on the page of its group
 * @see https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/
 */
export function ruleFile(groups: readonly RuleGroup[], runbookUrl?: string): RuleFile {
  return {
    groups: groups.map(({ name, rules, runbook }) => {
      const page = runbookUrl && (runbook ? `${runbookUrl.replace(/\/$/, '')}/${runbook}` : runbookUrl);
      return { name, rules: rules.map((rule) => ruleOf(rule, page)) };
    }),
  };
}

/**
 * What is wrong with rules.
 *
 * @returns one sentence per mistake, for `refuse`
 */
export function ruleMistakes(groups: readonly RuleGroup[]): string[] {
  const alerts = groups.flatMap(({ rules }) => rules.flatMap((rule) => ('alert' in rule ? [rule.alert] : [])));
  return [
    ...alerts
      .filter((alert) => !ALERT.test(alert))
      .map((alert) => `name of an alert must be in CamelCase, got ${JSON.stringify(alert)}; rename it`),
    ...twins(alerts).map((alert) => `alert ${alert} must be there once, got it twice; rename one`),
    ...twins(groups.map(({ name }) => name)).map(
      (name) => `group of rules ${JSON.stringify(name)} must be there once, got it twice; rename one`,
    ),
  ];
}

function twins(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) < index))];
}

function ruleOf(rule: AlertRule | RecordingRule, page: string | undefined): object {
  if (!('alert' in rule)) return { record: rule.record, expr: rule.expr };
  const { alert, expr, for: lasting, severity, summary, action } = rule;
  return {
    alert,
    expr,
    ...(lasting && { for: lasting }),
    labels: { severity },
    annotations: {
      summary,
      description: action,
      ...(page && { runbook_url: `${page}#${alert.toLowerCase()}` }),
    },
  };
}
