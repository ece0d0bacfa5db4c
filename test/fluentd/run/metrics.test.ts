import { expect, test } from 'vitest';

import { parseMetrics } from './metrics';

test('the series of a name are added up', () => {
  const text = `# TYPE fluentd_dead_letters_records_total counter
# HELP fluentd_dead_letters_records_total Records.
fluentd_dead_letters_records_total{reason="a } b"} 2.0
fluentd_dead_letters_records_total{reason="c"} 3.0
fluentd_output_status_buffer_total_bytes 1.5e+06
`;
  expect([...parseMetrics(text)]).toEqual([
    ['fluentd_dead_letters_records_total', 5],
    ['fluentd_output_status_buffer_total_bytes', 1_500_000],
  ]);
});
