import { expect, test } from 'vitest';
import type { z } from 'zod';

import { placeOf } from '../../../../constructs/core';
import { bufferVolume, collectorPod, updateStrategy } from '../../../../environments/sections/collector/pod';

function said(schema: z.ZodType, input: unknown): string[] {
  const { error } = schema.safeParse(input, { reportInput: true });
  return (error?.issues ?? []).map(({ path, message }) => `${placeOf(path)} ${message}`);
}

test('a share of the pods is a text, a number of them is none', () => {
  expect(said(updateStrategy, { rollingUpdate: { maxUnavailable: '10%' } })).toEqual([]);
  expect(said(updateStrategy, { rollingUpdate: { maxUnavailable: 3 } })).toEqual([]);
  expect(said(updateStrategy, { rollingUpdate: { maxUnavailable: ['10%'] } })).toEqual([
    `rollingUpdate.maxUnavailable must be a number or a share, got ["10%"]; write for example 1 or '10%'`,
  ]);
});

test('the time of a toleration is a number', () => {
  expect(said(collectorPod, { tolerations: [{ operator: 'Exists', tolerationSeconds: '5m' }] })).toEqual([
    'tolerations[0].tolerationSeconds must be a number of seconds, got "5m"; write for example 300',
  ]);
});

test('a directory of the pod has nothing to say', () => {
  expect(said(bufferVolume, { emptyDir: {} })).toEqual([]);
  expect(said(bufferVolume, { emptyDir: { medium: 'Memory' } })).toEqual([
    'emptyDir must be a known key (there is none); correct the spelling or remove it',
  ]);
});
