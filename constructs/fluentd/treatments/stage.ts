import type { Stage } from '../pipeline/chain';
import { filter } from '../plugins';
import { rubyFiles } from '../ruby/required';
import { optionParams } from './options';
import type { Treatment } from './treatment';

/** Does to the events of the containers what their treatments say. Without treatments there is no stage, and no cost. */
export function treatmentStages(treatments: readonly Treatment[]): Stage[] {
  if (treatments.length === 0) return [];
  const treatment = treatments.map((each) => ({ name: each.name, ...optionParams(each) }));
  return [
    {
      label: '@TREATMENTS',
      comment: 'What teams want done to their logs; the input has said which treatment an event gets',
      directives: () => [filter.treatments('**', { treatment })],
      footprint: () => ({ rubyFiles: rubyFiles('filter_treatments') }),
    },
  ];
}
