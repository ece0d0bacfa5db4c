import { Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { expect, test } from 'vitest';

import { PropsError, refuse } from '../../../constructs/core';

test('states every mistake on a line of its own, opened by the path of the construct', () => {
  const error = new PropsError(construct(), [
    'replicas must be odd (1, 3, 5), got 2; choose 3',
    'memory must be at least 1Gi, got 512Mi; raise it',
  ]);
  expect(error.message).toMatchInlineSnapshot(`
    "[test/search/hot] replicas must be odd (1, 3, 5), got 2; choose 3
    [test/search/hot] memory must be at least 1Gi, got 512Mi; raise it"
  `);
  expect(error.name).toBe('PropsError');
  expect(error.mistakes).toEqual([
    'replicas must be odd (1, 3, 5), got 2; choose 3',
    'memory must be at least 1Gi, got 512Mi; raise it',
  ]);
  expect(error).toBeInstanceOf(Error);
});

test('fails when there is a mistake', () => {
  const scope = construct();
  const mistakes = ['replicas must be odd (1, 3, 5), got 2; choose 3'];
  expect(() => refuse(scope, mistakes)).toThrow(new PropsError(scope, mistakes));
});

test('does nothing when there is no mistake', () => {
  expect(() => refuse(construct(), [])).not.toThrow();
});

function construct(): Construct {
  return new Construct(new Construct(Testing.chart(), 'search'), 'hot');
}
