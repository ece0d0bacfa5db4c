import { type SecretReference, secretVariable } from '../../core';
import type { Footprint } from '../footprint';
import type { Installation } from '../installation';
import { ENV } from '../paths';
import type { Stage } from '../pipeline/chain';
import { filter } from '../plugins';
import { rubyFiles } from '../ruby/required';
import { redactionSecret } from '../secrets';
import { optionParams } from './options';
import { isHashed } from './options/redact';
import type { Treatment } from './treatment';

/**
 * Does to the events of the containers what their treatments say. Without treatments there is no stage, and no cost.
 *
 * @param own Fluentd itself; the Secret of the key of hashes is named after it
 * @param redactionKey the key, if it exists already
 * @param promote whether well-known fields are moved into typed ones
 */
export function treatmentStages(
  treatments: readonly Treatment[],
  own: Installation,
  redactionKey?: SecretReference<'key'>,
  promote = true,
): Stage[] {
  if (treatments.length === 0) return [];
  const treatment = treatments.map((each) => ({ name: each.name, ...optionParams(each) }));
  return [
    {
      label: '@TREATMENTS',
      comment: 'What teams want done to their logs; the input has said which treatment an event gets',
      directives: () => [filter.treatments('**', { ...(!promote && { promote }), treatment })],
      footprint: () => ({
        rubyFiles: rubyFiles('filter_treatments'),
        ...(treatments.some(({ redact = [] }) => redact.some(isHashed)) && keyFootprint(own, redactionKey)),
      }),
    },
  ];
}

function keyFootprint(own: Installation, existing?: SecretReference<'key'>): Footprint {
  const made = redactionSecret(own);
  return {
    env: [secretVariable(ENV.redactionKey, existing ?? { secretName: made.name }, 'key')],
    secrets: existing ? [] : [made],
  };
}
