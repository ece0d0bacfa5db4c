import { placeOf } from '../../../../constructs/core';
import { render } from '../../../../constructs/fluentd/conf';
import type { InputContext, InputKind } from '../../../../constructs/fluentd/inputs/kind';

/** What an input `name` knows of its surroundings. */
export function contextOf(name: string): InputContext {
  return {
    name,
    id: `input-${name}`,
    label: `@INPUT_${name.toUpperCase()}`,
    state: `/var/lib/fluentd/inputs/${name}`,
    own: { namespace: 'agents', name: 'fluentd' },
  };
}

/** The sources and filters of an input, as they stand in `fluent.conf`. */
export function confOf<T>(kind: InputKind<T>, options: T, name: string): string {
  const { sources, filters = [] } = kind.parts(options, contextOf(name));
  return render([...sources, ...filters]);
}

/** Its mistakes, as sentences. */
export function saidOf<T>(kind: InputKind<T>, options: T): string[] {
  return kind.mistakes(options).map(({ path, message }) => `${placeOf(path)} ${message}`.trim());
}
