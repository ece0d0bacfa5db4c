import type { Mistake } from '../../../core';
import { type Conditions, conditionMistakes, conditionParams } from '../conditions';
import type { Option } from '../option';

/** Lines that are not stored. */
export interface DropRule {
  /** Why, as a label of the metric `fluentd_treatments_dropped_records_total`: at most 63 characters. */
  readonly reason: string;

  /** What the fields of such a line are, all of them. */
  readonly where: Conditions;
}

/** Longest label of a metric that a chart can show. */
const LONGEST_REASON = 63;

/** Rules by which lines are dropped; one that fulfils any of them is. */
export const DROP: Option<readonly DropRule[]> = {
  mistakes: (rules) =>
    rules.flatMap(({ reason, where }, index) => [
      ...reasonMistakes(reason, [index, 'reason']),
      ...conditionMistakes(where, [index, 'where']),
    ]),
  params: (rules) => ({ drop: rules.map(({ reason, where }) => ({ reason, where: conditionParams(where) })) }),
};

function reasonMistakes(reason: string, path: readonly PropertyKey[]): Mistake[] {
  return reason.trim() !== '' && reason.length <= LONGEST_REASON
    ? []
    : [
        {
          path,
          message: `must say why in 1 to ${LONGEST_REASON} characters, got ${JSON.stringify(reason)}; write a few words`,
        },
      ];
}
