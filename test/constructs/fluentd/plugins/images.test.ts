import { expect, test } from 'vitest';

import { IMAGES } from '../../../../constructs/core';
import { IMAGE_VARIANTS, officialGems, variantOf } from '../../../../constructs/fluentd/plugins/images';

test('images of the table are of variants that are known', () => {
  const variants = Object.values(IMAGES).map(({ fluentd }) => variantOf(fluentd));
  expect(IMAGE_VARIANTS).toEqual(expect.arrayContaining(variants));
});

test.each([
  ['fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-s3-1.1', 's3'],
  ['registry.example.com/fluent/fluentd-kubernetes-daemonset:v1.19-debian-kafka2-amd64-1@sha256:0', 'kafka2'],
  ['fluent/fluentd:v1.19.3-debian-amd64', undefined],
  ['fluentd-kubernetes-daemonset', undefined],
])('%s has the variant %s', (image, variant) => {
  expect(variantOf(image)).toBe(variant);
});

test('no image has plugins of two destinations', () => {
  const of = (gem: string) => IMAGE_VARIANTS.filter((variant) => officialGems(variant)?.includes(gem));
  expect(of('fluent-plugin-s3')).toEqual(['s3']);
  expect(of('fluent-plugin-kafka')).toEqual(['kafka', 'kafka2']);
  expect(of('fluent-plugin-grafana-loki')).toEqual([]);
  expect(of('fluent-plugin-prometheus')).toEqual(IMAGE_VARIANTS);
  expect(officialGems('toString')).toBeUndefined();
});
