import { expect, test } from 'vitest';

import { render } from '../../../../constructs/fluentd/conf';
import { fitting } from '../../../../constructs/fluentd/pipeline/fit';

const configured = (promote: boolean) => render(fitting(promote).directives(() => '@NEXT'));

test('well-known fields are promoted without a word, unless they are not to be', () => {
  expect(configured(true)).not.toContain('promote');
  expect(configured(false)).toContain('  promote false\n');
});

test('its plugin comes with all that it requires', () => {
  expect(Object.keys(fitting(true).footprint?.().rubyFiles ?? {})).toEqual(
    expect.arrayContaining(['filter_elasticsearch_fit.rb', 'record_fit.rb', 'promotion.rb']),
  );
});
