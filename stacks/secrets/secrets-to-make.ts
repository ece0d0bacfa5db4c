import type { SecretSpec } from '../../constructs/core';
import type { Environment } from '../../environments';

/** Those of `secrets` that the deployment makes itself; the others exist already, or cert-manager makes them. */
export function secretsToMake(
  { credentials, certificates }: Pick<Environment, 'credentials' | 'certificates'>,
  secrets: readonly SecretSpec[],
): SecretSpec[] {
  return secrets.filter(({ kind }) => (kind === 'tls' ? certificates : credentials) === 'generated');
}
