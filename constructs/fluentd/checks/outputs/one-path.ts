import { type Directive, type ParamValue, walk } from '../../conf';
import type { Mistake } from '../places';
import type { ConfigurationRule } from '../rule';

/** Sections and the parameter that names a file which is theirs alone. */
const OWN_FILES: readonly { readonly section: RegExp; readonly param: string; readonly what: string }[] = [
  { section: /^buffer$/, param: 'path', what: 'buffer' },
  { section: /^source$/, param: 'pos_file', what: 'position file' },
  { section: /^storage$/, param: 'path', what: 'storage' },
];

/**
 * Two buffers or position files on one path. Fluentd refuses most of them when it starts:
 * https://github.com/mitodl/salt-ops/issues/1070 for buffers,
 * https://github.com/GoogleCloudPlatform/fluentd-catch-all-config/pull/20 for position files. Those that it does not see
 * overwrite each other.
 */
export const onePath: ConfigurationRule = {
  name: 'one-path',
  severity: 'error',
  reason: 'Plugins that share a buffer or a position file send or skip what belongs to the other.',
  check: ({ directives }) => {
    const first = new Map<string, readonly Directive[]>();
    return [...walk(directives)].flatMap(({ directive, path: around }) =>
      OWN_FILES.filter(({ section }) => section.test(directive.name)).flatMap(({ param, what }): Mistake[] => {
        const path = [...around, directive];
        const key = keyOf(what, directive.params?.[param], around);
        if (key === undefined) return [];
        const other = first.get(key);
        if (other === undefined) {
          first.set(key, path);
          return [];
        }
        const owner = other.map(({ name, argument }) =>
          argument === undefined ? `<${name}>` : `<${name} ${argument}>`,
        );
        const text = `must be a ${what} of its own, got ${JSON.stringify(directive.params?.[param])}, which is that of ${owner.join(' ')}; choose another`;
        return [{ path, param, text }];
      }),
    );
  },
};

function keyOf(what: string, value: ParamValue | undefined, around: readonly Directive[]): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  // Each worker has its own.
  const worker = around.find(({ name }) => name === 'worker')?.argument ?? '';
  return JSON.stringify([what, worker, value.replace(/\/+/g, '/').replace(/\/$/, '')]);
}
