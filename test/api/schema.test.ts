import { describe, expect, test } from 'vitest';

import { bodyMistakes } from './schema';

/** The schema has 593 requests; these are the ones that provisioning makes, and mistakes that people make in them. */

const policy = (phases: object) => ({ policy: { phases } });
const template = (settings: object, rest: object = {}) => ({
  index_patterns: ['logs-*'],
  template: { settings },
  ...rest,
});

describe('bodies that Elasticsearch accepts', () => {
  test.each<[string, object]>([
    [
      '/_ilm/policy/a',
      policy({
        hot: { actions: { rollover: { max_age: '1d' } } },
        delete: { min_age: '30d', actions: { delete: {} } },
      }),
    ],
    [
      '/_index_template/a',
      template({ 'index.mode': 'logsdb', index: { number_of_replicas: 1 } }, { data_stream: {}, priority: 501 }),
    ],
    [
      '/_component_template/a',
      { template: { mappings: { properties: { a: { type: 'flattened' }, b: { properties: {} } } } } },
    ],
    ['/_snapshot/a', { type: 's3', settings: { bucket: 'b', base_path: 'c' } }],
    ['/_slm/policy/a', { name: '<a-{now/d}>', schedule: '0 30 1 * * ?', repository: 'a', config: { indices: ['*'] } }],
    ['/_ingest/pipeline/a', { processors: [{ set: { field: 'a', value: 1 } }] }],
    ['/_security/role/a', { cluster: ['monitor'], indices: [{ names: 'logs-*', privileges: ['create_doc'] }] }],
  ])('PUT %s', (path, body) => {
    expect(bodyMistakes('PUT', path, body)).toEqual([]);
  });
});

describe('bodies that Elasticsearch refuses', () => {
  test.each<[string, object, string | RegExp]>([
    [
      '/_ilm/policy/a',
      policy({ hot: { actions: { rolover: { max_age: '1d' } } } }),
      '.policy.phases.hot.actions.rolover: is not known; known are allocate, delete, downsample, freeze, forcemerge, migrate, readonly, rollover, set_priority, searchable_snapshot, shrink, unfollow, wait_for_snapshot',
    ],
    ['/_ilm/policy/a', policy({ hott: { actions: {} } }), /^\.policy\.phases\.hott: is not known/],
    [
      '/_ilm/policy/a',
      policy({ warm: { actions: { forcemerge: { max_segments: 1 } } } }),
      '.policy.phases.warm.actions.forcemerge.max_num_segments: is required',
    ],
    [
      '/_ilm/policy/a',
      policy({ hot: { actions: { set_priority: { priority: 'high' } } } }),
      '.policy.phases.hot.actions.set_priority.priority: must be number, got "high"',
    ],
    ['/_index_template/a', { index_pattern: ['logs-*'] }, /^\.index_pattern: is not known; known are index_patterns/],
    ['/_index_template/a', { template: { mapings: {} } }, /^\.template\.mapings: is not known/],
    [
      '/_index_template/a',
      { template: { mappings: { properties: { a: { type: 'flatened' } } } } },
      '.template.mappings.properties.a.type: must be a known value, got "flatened"',
    ],
    ['/_index_template/a', template({ 'index.mod': 'logsdb' }), /^\.template\.settings\.mod: is not known; known are/],
    ['/_index_template/a', template({ 'index.sort.order': ['down'] }), /^\.template\.settings\.sort\.order/],
    ['/_slm/policy/a', { retension: { expire_after: '30d' } }, /^\.retension: is not known/],
    ['/_snapshot/a', { type: 's4', settings: {} }, '.type: must be a known value, got "s4"'],
    ['/_ingest/pipeline/a', { processors: [{ st: { field: 'a' } }] }, /^\.processors\[0\]\.st: is not known/],
    ['/_ilm/polcy/a', {}, 'the API has no PUT /_ilm/polcy/a'],
  ])('PUT %s %j', (path, body, message) => {
    const [first = 'no mistake'] = bodyMistakes('PUT', path, body);
    if (typeof message === 'string') expect(first).toBe(message);
    else expect(first).toMatch(message);
  });
});
