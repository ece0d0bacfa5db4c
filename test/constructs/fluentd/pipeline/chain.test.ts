import { expect, test } from 'vitest';

import { type Directive, type Label, render } from '../../../../constructs/fluentd/conf';
import type { Input } from '../../../../constructs/fluentd/inputs/input';
import { chain, type Stage } from '../../../../constructs/fluentd/pipeline/chain';

const tail: Input = {
  mistakes: () => [],
  footprint: () => ({}),
  directives: (next) => [{ name: 'source', params: { '@label': next } }],
};

/** A stage that is a filter, or an output. */
const stage = (type: string, label?: Label, name: 'filter' | 'match' = 'filter'): Stage => ({
  label,
  directives: () => [{ name, argument: '**', params: { '@type': type } }],
});

/** A filter that gives up on some events later. */
const waiting = (label: Label): Stage => ({
  label,
  comment: 'Waits',
  directives: (next): Directive[] => [{ name: 'filter', argument: '**', params: { timeout_label: next() } }],
});

test('the order of the stages is the wiring', () => {
  const stages = [waiting('@WAIT'), stage('a'), stage('b', '@B'), stage('out', '@OUT', 'match')];
  expect(render(chain([tail, tail], stages))).toMatchInlineSnapshot(`
    "<source>
      @label @WAIT
    </source>

    <source>
      @label @WAIT
    </source>

    # Waits
    <label @WAIT>
      <filter **>
        timeout_label @B
      </filter>
      <filter **>
        @type a
      </filter>
      <match **>
        @type relabel
        @label @B
      </match>
    </label>

    <label @B>
      <filter **>
        @type b
      </filter>
      <match **>
        @type relabel
        @label @OUT
      </match>
    </label>

    <label @OUT>
      <match **>
        @type out
      </match>
    </label>
    "
  `);
});

test('another order is another wiring', () => {
  const labels = (stages: Stage[]) =>
    chain([tail], stages).map(({ argument, params, children }) => [
      argument ?? params?.['@label'],
      children?.at(-1)?.params?.['@label'],
    ]);
  const [a, b, out] = [stage('a', '@A'), stage('b', '@B'), stage('out', '@OUT', 'match')];
  expect(labels([a, b, out])).toEqual([
    ['@A', undefined],
    ['@A', '@B'],
    ['@B', '@OUT'],
    ['@OUT', undefined],
  ]);
  expect(labels([b, a, out])).toEqual([
    ['@B', undefined],
    ['@B', '@A'],
    ['@A', '@OUT'],
    ['@OUT', undefined],
  ]);
});

test('an output can stand in the label of the stages before it', () => {
  expect(chain([], [stage('fit', '@LOGS'), stage('out', undefined, 'match')])).toEqual([
    {
      name: 'label',
      argument: '@LOGS',
      children: [
        { name: 'filter', argument: '**', params: { '@type': 'fit' } },
        { name: 'match', argument: '**', params: { '@type': 'out' } },
      ],
    },
  ]);
});

test.each<[string, Stage[], string]>([
  ['there is no stage', [], 'there must be a stage'],
  ['the first stage has no label', [stage('a')], 'the first stage must have a label'],
  ['a label is there twice', [stage('a', '@A'), stage('b', '@B'), stage('c', '@A')], 'label @A must be there once'],
  [
    'a stage asks for a label behind it and there is none',
    [waiting('@A'), stage('out', undefined, 'match')],
    'behind @A there must be a label, since a stage in it asks for one',
  ],
  ['the last stage is no output', [stage('a', '@A')], 'the last stage, in @A, must end with a match'],
])('fails when %s', (_, stages, message) => {
  expect(() => chain([tail], stages)).toThrow(new RangeError(message));
});
