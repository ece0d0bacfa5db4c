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

/** What treatments depend on. */
export interface TreatmentStageOptions {
  /** Fluentd itself; the Secret of the key of hashes is named after it. */
  readonly own: Installation;

  /**
   * The key, if it exists already.
   *
   * @default - one is made
   */
  readonly redactionKey?: SecretReference<'key'>;

  /**
   * Whether well-known fields are moved into typed ones.
   *
   * @default true
   */
  readonly promote?: boolean;

  /**
   * Whether records keep the name of their treatment, for a stage behind it.
   *
   * @default false
   */
  readonly keepName?: boolean;
}

/** Does to the events of the containers what their treatments say. Without treatments there is no stage, and no cost. */
export function treatmentStages(
  treatments: readonly Treatment[],
  { own, redactionKey, promote = true, keepName = false }: TreatmentStageOptions,
): Stage[] {
  if (treatments.length === 0) return [];
  const treatment = treatments.map((each) => ({ name: each.name, ...optionParams(each) }));
  return [
    {
      label: '@TREATMENTS',
      comment: 'What teams want done to their logs; the input has said which treatment an event gets',
      directives: () => [
        filter.treatments('**', { ...(!promote && { promote }), ...(keepName && { keep_name: true }), treatment }),
      ],
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
