import { expect, test } from 'vitest';
import { InputError } from '../../review/errors';
import { readingOf, requireRead } from '../../trial/reading';

const CONF = `<source>
  @type container_logs
  exclude_pods '["agents_fluentd-?????_*", "secret-[ab]_web-*"]'
  <route payments>
    namespaces '["payments","billing"]'
  </route>
  <route shop>
    namespaces '["shop-*"]'
    treatments '["audit"]'
  </route>
  <treatment web>
    namespaces '["bank"]'
    containers '["web"]'
  </treatment>
  <treatment audit>
    namespaces '["bank"]'
    except_containers '["debug*"]'
  </treatment>
</source>
`;

const reading = readingOf({ conf: CONF, plugins: {} });

test('routes take namespaces and what treatments select, and some pods are not read', () => {
  expect(reading).toEqual({
    routes: [{ namespaces: ['payments', 'billing'] }, { namespaces: ['shop-*'], treatments: ['audit'] }],
    treatments: [
      { name: 'web', select: { names: [['bank'], ['web']] } },
      { name: 'audit', select: { names: [['bank'], undefined] }, except: { names: [undefined, ['debug*']] } },
    ],
    excluded: ['agents_fluentd-?????_*', 'secret-[ab]_web-*'],
  });
});

test.each([
  ['ledger', true],
  ['web', false],
  ['debug-1', false],
])('%s of a treatment of a route is read: %j', (container, isRead) => {
  const ask = () => requireRead(reading, { namespace: 'bank', container });
  if (isRead) expect(ask).not.toThrow();
  else expect(ask).toThrow("got 'bank'");
});

test.each(['billing', 'shop-eu'])('%s is read', (namespace) => {
  expect(() => requireRead(reading, { namespace, container: 'web' })).not.toThrow();
});

test('labels of a pod decide too', () => {
  const labelled = readingOf({
    conf: `<source>
  @type container_logs
  <route pay>
    labels '{"team":["pay","pay-*"]}'
  </route>
  <route shop>
    namespaces '["shop"]'
    labels '{"tier":["web"]}'
  </route>
  <route cards>
    treatments '["cards"]'
  </route>
  <treatment cards>
    labels '{"data":["card"]}'
    except_labels '{"test":["*"]}'
  </treatment>
</source>
`,
    plugins: {},
  });
  const isRead = (namespace: string, labels?: Record<string, string>) => {
    try {
      requireRead(labelled, { namespace, container: 'web', ...(labels && { labels }) });
      return true;
    } catch {
      return false;
    }
  };
  expect(isRead('any', { team: 'pay-1' })).toBe(true);
  expect(isRead('shop', { tier: 'web' })).toBe(true);
  expect(isRead('other', { tier: 'web' })).toBe(false);
  expect(isRead('other', { data: 'card' })).toBe(true);
  expect(isRead('other', { data: 'card', test: '' })).toBe(false);
  expect(() => requireRead(labelled, { namespace: 'bank', container: 'web', labels: { team: 'x' } })).toThrow(
    new InputError(
      "[namespace] must be one that a route takes (pods of the route with team=pay|pay-*, pods of the route with tier=web, what the treatment cards selects), got 'bank' with team=x; its logs are not read, add it to a route",
    ),
  );
});

test('a namespace that no route takes is named with those that are', () => {
  expect(() => requireRead(reading, { namespace: 'shop', container: 'web' })).toThrow(
    new InputError(
      "[namespace] must be one that a route takes (payments, billing, shop-*, what the treatment audit selects), got 'shop'; its logs are not read, add it to a route",
    ),
  );
});

test.each([
  ['agents', 'fluentd', 'agents_fluentd-?????_*'],
  ['secret-a', 'web', 'secret-[ab]_web-*'],
])('pods of %s that are excluded are named', (namespace, container, glob) => {
  const rest = { routes: [{}], treatments: [], excluded: reading.excluded };
  expect(() => requireRead(rest, { namespace, container })).toThrow(
    new InputError(
      `[namespace] must be one whose pods are read, got '${namespace}', whose pods ${glob} are excluded; choose another one, or read them`,
    ),
  );
  expect(() => requireRead(rest, { namespace: `${namespace}.x`, container })).not.toThrow();
});
