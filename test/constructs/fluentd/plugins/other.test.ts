import { expect, test } from 'vitest';

import { render } from '../../../../constructs/fluentd/conf';
import { other } from '../../../../constructs/fluentd/plugins';

test('plugins that are not known are written with their own names', () => {
  const directives = [
    other.source('kafka', { brokers: 'a:9092', topics: ['b'] }),
    other.filter('geoip', '**', { record: { country: '$' } }),
    other.match('s3', 'a.**', { s3_bucket: 'logs', format: [{ '@type': 'json' }] }),
    other.match('loki', '**'),
  ];

  expect(render(directives)).toMatchInlineSnapshot(`
    "<source>
      @type kafka
      brokers a:9092
      topics '["b"]'
    </source>

    <filter **>
      @type geoip
      <record>
        country $
      </record>
    </filter>

    <match a.**>
      @type s3
      s3_bucket logs
      <format>
        @type json
      </format>
    </match>

    <match **>
      @type loki
    </match>
    "
  `);
});
