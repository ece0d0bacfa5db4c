import { CORE_SCHEMA, load, Type, YAMLException } from 'js-yaml';

import { InputError } from '../errors';

/** Words for true and false that the YAML 1.1 of Kubernetes knows and YAML 1.2 does not. */
const OLD_BOOLEANS: Readonly<Record<string, boolean>> = { yes: true, on: true, no: false, off: false };

/** Reads what `kubectl` reads: YAML 1.1 where it differs, so that `defaultMode: 0644` is 420 and `on` is true. */
const KUBERNETES_SCHEMA = CORE_SCHEMA.extend({
  implicit: [
    new Type('tag:yaml.org,2002:bool', {
      kind: 'scalar',
      resolve: (text: unknown) =>
        typeof text === 'string' && /^(yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$/.test(text),
      construct: (text: string) => OLD_BOOLEANS[text.toLowerCase()],
    }),
    new Type('tag:yaml.org,2002:int', {
      kind: 'scalar',
      resolve: (text: unknown) => typeof text === 'string' && /^[-+]?0[0-7]+$/.test(text),
      construct: (text: string) => Number.parseInt(text, 8),
    }),
  ],
});

/**
 * The value of one YAML document.
 *
 * @param file name of the file, for the message
 * @param firstLine line of the file on which `text` starts, from 1
 * @throws InputError if it is not valid
 */
export function parseYaml(text: string, file: string, firstLine = 1): unknown {
  try {
    return load(text, { schema: KUBERNETES_SCHEMA });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = firstLine + (error.mark?.line ?? 0);
    throw new InputError(`[${file}:${line}] must be valid YAML, got an error: ${error.reason}; correct the line`);
  }
}

/** The value of a document of JSON or YAML inside of another one, or undefined if it is neither. */
export function tryParse(text: string): unknown {
  try {
    return load(text, { schema: KUBERNETES_SCHEMA });
  } catch {
    return undefined;
  }
}
