import { expect, test } from 'vitest';

import type { LogInput } from '../../../../constructs/fluentd';
import { render } from '../../../../constructs/fluentd/conf';
import { logInput } from '../../../../constructs/fluentd/inputs/entrance';

const OWN = { namespace: 'agents', name: 'fluentd' };
const conf = (input: LogInput) => render(logInput(input, OWN).directives('@LOGS'));

test('events go to a label of their input, are completed there, and go the way of all logs', () => {
  expect(conf({ name: 'made-up', route: 'nodes', treatment: 'quiet', sample: {} })).toMatchInlineSnapshot(`
    "<source>
      @type sample
      @id input-made-up
      @label @INPUT_MADE_UP
      tag made-up
      sample '[{"message":"sample"}]'
      rate 1
    </source>

    # Logs of the input made-up
    <label @INPUT_MADE_UP>
      <match **>
        @type input_events
        @label @LOGS
        input made-up
        route nodes
        data_stream '{"type":"logs","dataset":"nodes","namespace":"default"}'
        treatment quiet
      </match>
    </label>
    "
  `);
});

test('the pod has the plugin that completes events', () => {
  const { rubyFiles } = logInput({ name: 'a', route: 'nodes', sample: {} }, OWN).footprint();
  expect(Object.keys(rubyFiles ?? {})).toEqual(expect.arrayContaining(['out_input_events.rb', 'completed_events.rb']));
});

test('an input without a kind is nothing', () => {
  expect(conf({ name: 'a', route: 'nodes' })).toBe('\n');
});
