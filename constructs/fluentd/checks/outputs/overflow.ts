import { type Directive, walk } from '../../conf';
import { catalogue } from '../../plugins/catalogue.generated';
import type { Mistake } from '../places';
import type { ConfigurationRule } from '../rule';
import { type Buffer, buffersOf, isInErrorLabel } from './buffers';

/**
 * What a full buffer does to logs. `throw_exception`, the default, makes in_tail stop; but with a label `@ERROR` the
 * exception never gets to it: the events go there, in_tail takes them for delivered and saves its position. And
 * `drop_oldest_chunk` loses logs by its name, which may be meant. https://github.com/fluent/fluentd/issues/3742 and
 * https://github.com/fluent/fluent-plugin-opensearch/issues/35 are about lost data at an overflow.
 */
export const overflow: ConfigurationRule = {
  name: 'overflow',
  severity: 'error',
  reason: 'A full buffer must stop the inputs: what it refuses is lost, also if a label @ERROR takes it.',
  check: ({ directives, surroundings: { mayLose = [] } }) => {
    const errors = [...walk(directives)].map(({ directive }) => directive).find(isErrorLabel);
    const takesOverflow = errors !== undefined && !givesBack(errors);
    return buffersOf(catalogue(), directives)
      .filter(({ output }) => !isInErrorLabel(output) && !mayLose.includes(String(output.at(-1)?.params?.['@id'])))
      .flatMap((buffer) => mistakes(buffer, takesOverflow));
  },
};

function mistakes({ params, path }: Buffer, takesOverflow: boolean): Mistake[] {
  const action = params.overflow_action ?? 'throw_exception';
  if (action === 'drop_oldest_chunk') {
    const text =
      'must be block, since logs are lost otherwise when the buffer is full, got "drop_oldest_chunk"; write block';
    return [{ path, param: 'overflow_action', text }];
  }
  if (action !== 'throw_exception' || !takesOverflow) return [];
  const got = 'overflow_action' in params ? 'got "throw_exception"' : 'got "throw_exception" by default';
  const text = `must be block, since <label @ERROR> takes what a full buffer refuses, and the input takes it for delivered, ${got}; write block`;
  return [{ path, param: 'overflow_action', text }];
}

function isErrorLabel({ name, argument }: Directive): boolean {
  return name === 'label' && argument === '@ERROR';
}

/** Our output for dead letters gives an event that only a full buffer refused back to its input. */
function givesBack({ children = [] }: Directive): boolean {
  const [first] = children.filter(({ name }) => name === 'match');
  return first?.params?.['@type'] === 'dead_letters';
}
