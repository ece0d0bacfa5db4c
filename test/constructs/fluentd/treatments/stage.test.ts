import { expect, test } from 'vitest';

import { render } from '../../../../constructs/fluentd/conf';
import { treatmentStages } from '../../../../constructs/fluentd/treatments/stage';

test('without treatments there is no stage', () => {
  expect(treatmentStages([])).toEqual([]);
});

test('every treatment has a section, whether the filter does something for it or not', () => {
  const [stage] = treatmentStages([
    {
      name: 'web',
      drop: [
        { reason: 'health checks', where: { 'url.path': ['/health', '/ready'], stream: 'stdout' } },
        { reason: 'fine', where: { 'http.response.status_code': { atLeast: 200, below: 300, not: 206 } } },
      ],
    },
    { name: 'plain' },
  ]);
  expect(render(stage?.directives(() => '@LOGS') ?? [])).toMatchInlineSnapshot(`
    "<filter **>
      @type treatments
      <treatment web>
        <drop>
          reason 'health checks'
          where '{"url.path":["/health","/ready"],"stream":"stdout"}'
        </drop>
        <drop>
          reason fine
          where '{"http.response.status_code":{"not":206,"at_least":200,"below":300}}'
        </drop>
      </treatment>
      <treatment plain>
      </treatment>
    </filter>
    "
  `);
  expect(Object.keys(stage?.footprint?.().rubyFiles ?? {})).toContain('drop.rb');
});
