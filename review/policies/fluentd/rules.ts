import { CONFIGURATION_RULES, type Mistake, sentence } from '../../../constructs/fluentd/checks';
import type { ParsedDirective } from '../../../constructs/fluentd/conf';
import type { Rule, Violation } from '../rule';
import { type DeployedConfiguration, deployedConfigurations } from './configurations';

/** Fluentd can read its configuration. */
const syntax: Rule = {
  name: 'fluentd-syntax',
  reason: 'Fluentd does not start with a configuration that it cannot read.',
  check: (objects) => deployedConfigurations(objects).flatMap(({ violations }) => violations),
};

/** The rules for a whole configuration of Fluentd, for those in manifests. */
export const FLUENTD_RULES: readonly Rule[] = [
  syntax,
  ...CONFIGURATION_RULES.map(
    ({ name, severity, reason, check }): Rule => ({
      name: `fluentd-${name}`,
      severity,
      reason,
      check: (objects) =>
        deployedConfigurations(objects).flatMap((configuration) =>
          check(configuration).flatMap((mistake) => violation(configuration, mistake)),
        ),
    }),
  ),
];

/** A mistake with the file and the line where it stands. */
function violation({ files }: DeployedConfiguration, mistake: Mistake): Violation[] {
  const { file, line, paramLines } = mistake.path.at(-1) as ParsedDirective;
  const found = files.get(file ?? '');
  const at = paramLines[mistake.param ?? ''] ?? line;
  return found ? [{ object: found.object, message: `${found.key}:${at} ${sentence(mistake)}` }] : [];
}
