import type { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';

/** A metric in an expression, and the labels that the expression wants it to have. */
export interface AskedMetric {
  readonly metric: string;
  readonly labels: readonly string[];
}

/** Functions that give a series labels that it had not. */
const LABELLING = new Set(['LabelReplace', 'LabelJoin']);

/**
 * What an expression asks for, by the grammar of Prometheus.
 *
 * @throws Error if it is none
 */
export function askedMetrics(expr: string): AskedMetric[] {
  const text = ({ from, to }: { from: number; to: number }) => expr.slice(from, to);
  const found: AskedMetric[] = [];
  const walk = (node: SyntaxNode, wanted: readonly string[]): void => {
    if (node.type.isError) throw new Error(`no expression at character ${node.from}: ${expr}`);
    if (node.name === 'VectorSelector') {
      const metric = node.getChild('Identifier');
      const matchers = node.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher') ?? [];
      const labels = matchers.flatMap((matcher) => matcher.getChildren('LabelName').map(text));
      if (metric) found.push({ metric: text(metric), labels: [...labels, ...wanted] });
      return;
    }
    const relabelled = node.getChild('FunctionIdentifier')?.firstChild?.name ?? '';
    const grouping = node.getChild('AggregateModifier')?.getChild('GroupingLabels')?.getChildren('LabelName') ?? [];
    const further = LABELLING.has(relabelled) ? [] : [...wanted, ...grouping.map(text)];
    for (let child = node.firstChild; child; child = child.nextSibling) walk(child, further);
  };
  walk(parser.parse(expr).topNode, []);
  return found;
}
