import { tryParse } from '../../../constructs/fluentd/conf';
import { isMapping } from '../../manifests/kubernetes-object';
import type { Rule } from '../rule';
import { configurationTexts } from '../texts';

/** Names of variables and settings whose value is a secret. */
const SECRET_NAME = /(?:^|[._-])(?:password|passwd|secret|token|api_?key|private_?key)$/i;

/** A setting with a value that is neither empty nor a reference (`${...}`, `#{ENV[...]}`). */
const SETTING = /^\s*["']?([\w.-]+)["']?\s*[:=\s]\s*["']?([^\s"'#${][^\s"']{3,})["']?\s*$/gm;

/** No value of a secret stands in a manifest. */
export const noSecretValues: Rule = {
  name: 'no-secret-values',
  reason: 'Manifests are committed: who reads the repository would have the password, for ever.',
  check: (objects) => [
    ...objects
      .filter((object) => object.kind === 'Secret')
      .filter((object) =>
        [object.data, object.stringData].some((data) => isMapping(data) && Object.values(data).some(Boolean)),
      )
      .map((object) => ({ object, message: 'a Secret must not be in the manifests; name it, and make it elsewhere' })),
    ...configurationTexts(objects).flatMap(({ object, where, text }) => {
      const variable = /^variable (\S+)/.exec(where)?.[1] ?? '';
      if (SECRET_NAME.test(variable.toLowerCase()) && text !== '') {
        return [{ object, message: `${where} must come from a Secret, got a value; use valueFrom.secretKeyRef` }];
      }
      if (variable !== '' || /\.(sh|js|py|rb)$/.test(where) || text.includes('-----BEGIN PRIVATE')) {
        return text.includes('PRIVATE KEY-----')
          ? [{ object, message: `${where} must not hold a private key; mount a Secret` }]
          : [];
      }
      // A rule for Fluentd knows its parameters.
      if (where.endsWith('.conf') && (tryParse(text) ?? []).length > 0) return [];
      return [...text.matchAll(SETTING)]
        .filter(([, name = '']) => SECRET_NAME.test(name))
        .map(([, name]) => ({
          object,
          message: `${name} in ${where} must come from a Secret, got a value; refer to one`,
        }));
    }),
  ],
};
