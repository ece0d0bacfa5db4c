import fc from 'fast-check';
import { expect, test } from 'vitest';

import { KUBELET_DEFAULTS, type LossBudgetProps, lossBudget } from '../../../../constructs/fluentd/checks/loss-budget';

const MIB = 2 ** 20;
const node: LossBudgetProps = { rate: MIB, busiestShare: 1, buffer: 3500 * MIB, ...KUBELET_DEFAULTS };

test('the buffer and the files of the kubelet hold logs for the time of an outage', () => {
  expect(lossBudget(node)).toEqual({ elasticsearchOutage: 1040, fluentdOutage: 40 });
  expect(lossBudget({ ...node, busiestShare: 0.5 })).toEqual({ elasticsearchOutage: 1080, fluentdOutage: 80 });
  expect(lossBudget({ ...node, disk: 350 * MIB })).toEqual({ elasticsearchOutage: 140, fluentdOutage: 40 });
  expect(lossBudget({ ...node, containerLogMaxFiles: 1 })).toEqual({ elasticsearchOutage: 1000, fluentdOutage: 0 });
});

test('more of what holds logs never makes an outage shorter, and more logs never make it longer', () => {
  const size = fc.integer({ min: 1, max: 2 ** 45 });
  const props = fc.record({
    rate: fc.integer({ min: 1, max: 2 ** 30 }),
    busiestShare: fc.double({ min: 0.01, max: 1, noNaN: true }),
    buffer: size,
    disk: size,
    containerLogMaxSize: size,
    containerLogMaxFiles: fc.integer({ min: 2, max: 100 }),
  });
  const growing = fc.constantFrom('buffer', 'disk', 'containerLogMaxSize', 'containerLogMaxFiles');
  fc.assert(
    fc.property(props, growing, fc.integer({ min: 1, max: 2 ** 40 }), (before, key, more) => {
      const [a, b] = [lossBudget(before), lossBudget({ ...before, [key]: before[key] + more })];
      expect(b.elasticsearchOutage).toBeGreaterThanOrEqual(a.elasticsearchOutage);
      expect(b.fluentdOutage).toBeGreaterThanOrEqual(a.fluentdOutage);
      const c = lossBudget({ ...before, rate: before.rate + more });
      expect(c.elasticsearchOutage).toBeLessThanOrEqual(a.elasticsearchOutage);
      expect(c.fluentdOutage).toBeLessThanOrEqual(a.fluentdOutage);
    }),
  );
});
