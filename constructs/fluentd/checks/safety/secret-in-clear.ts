import { type Directive, type ParamValue, walk } from '../../conf';
import { catalogue } from '../../plugins/catalogue.generated';
import { type Definition, definitionOf, type Kind } from '../../plugins/definitions';
import type { ConfigurationRule } from '../rule';

const KINDS: Readonly<Record<string, Kind>> = { source: 'input', filter: 'filter', match: 'output', store: 'output' };

/** Names of parameters that hold a secret, of plugins that are not known. */
const SECRET = /(?:^|_)(?:password|passwd|passphrase|secret|secret_access_key|sec_key|shared_key|api_?key|token|sas)$/;

/** A user and a password in an address. */
const IN_ADDRESS = /:\/\/[^/\s:@]+:[^/\s@]+@/;

/** A header that proves who asks. */
const IN_HEADER = /"Authorization"\s*:\s*"(?:Basic|Bearer|ApiKey) [^"]/i;

/**
 * A password or key that stands in the configuration, where everybody reads it who may read a ConfigMap or the repository:
 * https://github.com/fluent/fluentd/issues/4198.
 */
export const secretInClear: ConfigurationRule = {
  name: 'secret',
  severity: 'error',
  reason: 'Who reads the ConfigMap or the repository has the password, for ever.',
  check: ({ directives }) => {
    const known = catalogue();
    return [...walk(directives)].flatMap(({ directive, path }) => {
      const { name, params = {} } = directive;
      const kind = KINDS[name];
      const definition = kind && definitionOf(known, kind, String(params['@type']));
      return Object.entries(params)
        .filter(([param, value]) => isSecret(definition, param, value))
        .map(([param]) => ({
          path: [...path, directive],
          param,
          text: `must not be in the configuration, got a value; write "#{ENV['${variable(param, params)}']}", and set that from a Secret`,
        }));
    });
  },
};

function isSecret(definition: Definition | undefined, param: string, value: ParamValue): boolean {
  if (typeof value !== 'string' || value === '') return false;
  const said = definition?.params?.[param];
  // A `${...}` is a field of the record, or something that is filled in before Fluentd reads the file.
  const isName = said ? said.secret === true : SECRET.test(param);
  return (isName && !/^\$\{.*\}$|^\$\w+$/.test(value)) || IN_ADDRESS.test(value) || IN_HEADER.test(value);
}

function variable(param: string, params: Directive['params']): string {
  const type = String(params?.['@type'] ?? '').replace(/\W.*/, '');
  return [type, param]
    .filter((word) => word !== '')
    .join('_')
    .replace(/\W/g, '_')
    .toUpperCase();
}
