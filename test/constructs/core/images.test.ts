import { parse } from 'semver';
import { expect, test } from 'vitest';

import {
  DEFAULT_STACK_VERSION,
  ELASTICSEARCH_EXPORTER_IMAGE,
  IMAGES,
  majorVersion,
  STACK_VERSIONS,
} from '../../../constructs/core';

test('supports two lines, the newer one first and by default', () => {
  expect(STACK_VERSIONS.map(majorVersion)).toEqual([9, 8]);
  expect(DEFAULT_STACK_VERSION).toBe(STACK_VERSIONS[0]);
});

test('every supported version has its images, and no other', () => {
  expect(Object.keys(IMAGES)).toEqual([...STACK_VERSIONS]);
});

test.each(STACK_VERSIONS)(
  '%s: the servers have this version, and Fluentd a client of this major version',
  (version) => {
    const { elasticsearch, kibana, fluentd } = IMAGES[version];
    expect(elasticsearch).toBe(`docker.elastic.co/elasticsearch/elasticsearch:${version}`);
    expect(kibana).toBe(`docker.elastic.co/kibana/kibana:${version}`);
    expect(fluentd).toContain(`-elasticsearch${majorVersion(version)}-`);
  },
);

test.each(STACK_VERSIONS)('%s: every image is pinned to an exact version', (version) => {
  for (const image of [...Object.values(IMAGES[version]), ELASTICSEARCH_EXPORTER_IMAGE]) {
    expect(image).toMatch(/:v?\d+\.\d+\.\d+(-[\w.-]+)?$/);
    expect(image).not.toContain('latest');
  }
});

test.each(STACK_VERSIONS)('the major version of %s is that of semver', (version) => {
  expect(majorVersion(version)).toBe(parse(version)?.major);
});
