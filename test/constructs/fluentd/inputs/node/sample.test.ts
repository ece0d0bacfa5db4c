import { expect, test } from 'vitest';

import { placeOf } from '../../../../../constructs/core';
import { render } from '../../../../../constructs/fluentd/conf';
import { SAMPLE, type SampleInput } from '../../../../../constructs/fluentd/inputs/node/sample';

const CONTEXT = {
  name: 'made-up',
  id: 'input-made-up',
  label: '@INPUT_MADE_UP',
  state: '/var/lib/fluentd/inputs/made-up',
  own: { namespace: 'agents', name: 'fluentd' },
} as const;
const conf = (options: SampleInput) => render(SAMPLE.parts(options, CONTEXT).sources);

test('one event a second, or as many and those that one wants', () => {
  expect(conf({})).toContain('rate 1\n');
  expect(conf({})).toContain(`sample '[{"message":"sample"}]'`);
  const events = [{ message: 'a' }, { message: 'b', level: 'warn' }];
  expect(conf({ perSecond: 50, events })).toContain('rate 50\n');
  expect(conf({ perSecond: 50, events })).toContain(`sample '${JSON.stringify(events)}'`);
  expect(SAMPLE.footprint({}, CONTEXT)).toEqual({});
});

test('mistakes', () => {
  const mistakes = SAMPLE.mistakes({ events: [], perSecond: 1.5 });
  expect(mistakes.map(({ path, message }) => `${placeOf(path)} ${message}`)).toEqual([
    'events must be at least one event, got []; write one, or leave it out',
    'perSecond must be a whole number from 1 to 100000, got 1.5; change it',
  ]);
});
