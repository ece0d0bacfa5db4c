import type { Mistake } from '../../../core';
import { type Conditions, conditionMistakes, conditionParams } from '../conditions';
import { fieldMistakes } from '../field';
import type { Option } from '../option';

/** A share of the lines. */
export interface Sample {
  /** The share that is stored: more than 0 and less than 1, e.g. 0.1 for a tenth. */
  readonly keep: number;

  /**
   * The field that decides, as in Elasticsearch: lines with one value are all stored or all dropped, on all nodes. What is no
   * field of its own is sought below `json` too. A line without it is decided alone.
   *
   * @default - each line is decided alone
   */
  readonly by?: string;

  /**
   * What the fields of lines are that are all stored, e.g. `{ 'log.level': ['warn', 'error'] }`.
   *
   * @default - none
   */
  readonly except?: Conditions;
}

/** Stores a share of the lines. */
export const SAMPLE: Option<Sample> = {
  mistakes: ({ keep, by, except }) => [
    ...keepMistakes(keep),
    ...(by === undefined ? [] : fieldMistakes(by, ['by'])),
    ...(except ? conditionMistakes(except, ['except']) : []),
  ],
  params: ({ keep, by, except }) => ({ sample: { keep, by, except: except && conditionParams(except) } }),
};

function keepMistakes(keep: number): Mistake[] {
  return keep > 0 && keep < 1
    ? []
    : [
        {
          path: ['keep'],
          message: `must be more than 0 and less than 1, got ${keep}; write 0.1 for a tenth, or use drop`,
        },
      ];
}
