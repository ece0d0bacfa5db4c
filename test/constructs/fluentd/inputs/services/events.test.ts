import { expect, test } from 'vitest';

import { EVENTS } from '../../../../../constructs/fluentd/inputs/services/events';
import { confOf, contextOf, saidOf } from '../context';

test('the account, the authority and the position of its own', () => {
  expect(confOf(EVENTS, {}, 'events')).toMatchInlineSnapshot(`
    "<source>
      @type kubernetes_events
      @id input-events
      @label @INPUT_EVENTS
      tag events
      token_path /fluentd/inputs/events/token
      ca_path /fluentd/inputs/events/ca.crt
      pos_file /var/lib/fluentd/inputs/events/version
    </source>
    "
  `);
});

test('may list and watch events, and reach the API server', () => {
  const { rights, egress, volumes } = EVENTS.footprint({ apiPorts: [16443] }, contextOf('events'));
  expect(rights).toEqual([{ apiGroups: [''], resources: ['events'], verbs: ['get', 'list', 'watch'] }]);
  expect(egress).toMatchObject([{ ports: [{ protocol: 'TCP', port: { value: 16443 } }] }]);
  expect(volumes).toMatchObject([{ projected: { sources: [{ serviceAccountToken: { path: 'token' } }, {}] } }]);
  expect(EVENTS.tiers).toEqual(['aggregator']);
});

test('mistakes', () => {
  expect(saidOf(EVENTS, { apiPorts: [0] })).toEqual([
    'apiPorts must be ports (1 to 65535), got [0]; write for example [443, 6443]',
  ]);
});
