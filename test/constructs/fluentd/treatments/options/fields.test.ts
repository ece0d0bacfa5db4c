import { expect, test } from 'vitest';

import { ADDED_FIELDS, FIELDS } from '../../../../../constructs/fluentd/treatments/options/fields';
import { ECS_FIELDS } from '../../../../../constructs/lifecycle/ecs-fields';
import { said } from '../said';

test('changes become a section', () => {
  const fields = {
    rename: { 'json.sev': 'json.level' },
    keep: ['json.level', 'json.order.id'],
    remove: ['json.debug'],
    add: { 'service.name': 'cart', 'json.team': 7 },
  };
  expect(said(FIELDS.mistakes(fields))).toBe('');
  expect(FIELDS.params(fields)).toEqual({ fields });
  expect(said(FIELDS.mistakes({ keep: ['json.a'] }))).toBe('');
  expect(FIELDS.params({ keep: ['json.a'] })).toEqual({ fields: { keep: ['json.a'] } });
  expect(FIELDS.params({ remove: ['json.a'] })).toEqual({ fields: { remove: ['json.a'] } });
});

test('fields that can be added are keywords of the mapping', () => {
  for (const name of ADDED_FIELDS) expect(ECS_FIELDS).toHaveProperty([name, 'type'], 'keyword');
});

test('fields of the collector are refused, and what is no field', () => {
  expect(said(FIELDS.mistakes({}))).toMatchInlineSnapshot(
    `" must have rename, keep, remove or add, got {}; write one of them"`,
  );
  expect(said(FIELDS.mistakes({ keep: undefined, add: undefined }))).toBe(
    ' must have rename, keep, remove or add, got {}; write one of them',
  );
  expect(said(FIELDS.mistakes({ keep: ['json.a', 'level'] }))).toBe(
    'keep[1] must be below json, where the fields of a line are, got "level"; write json.level',
  );
  expect(
    said(
      FIELDS.mistakes({
        rename: { message: 'json.text', 'json.a': '@timestamp' },
        keep: [],
        remove: ['kubernetes.host', 'log.offset', 'json.a..b'],
        add: { _id: 'x', 'data_stream.type': 'logs', 'service.name': 1, 'json.': true },
      }),
    ),
  ).toMatchInlineSnapshot(`
    "rename.message must be below json, where the fields of a line are, got "message"; write json.message
    rename.json.a must be below json, where the fields of a line are, got "@timestamp"; write json.@timestamp
    keep must not be empty, got [], which keeps none; name fields, or remove json
    remove[0] must be below json, where the fields of a line are, got "kubernetes.host"; write json.kubernetes.host
    remove[1] must be below json, where the fields of a line are, got "log.offset"; write json.log.offset
    remove[2] must be the name of a field, got "json.a..b"; write it as in Elasticsearch, for example json.time
    add._id must be below json or one of event.dataset, service.name, service.version, service.environment, got "_id"; write json._id
    add.data_stream.type must be below json or one of event.dataset, service.name, service.version, service.environment, got "data_stream.type"; write json.data_stream.type
    add.service.name must be a text, as the field is one, got 1; write it in quotes
    add.json. must be below json or one of event.dataset, service.name, service.version, service.environment, got "json."; write json.json."
  `);
});
