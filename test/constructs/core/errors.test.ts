import { Chart, Testing } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { describe, expect, test } from 'vitest';

import { PropsError, refuse, refuseTwins } from '../../../constructs/core';

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

describe('objects of one kind and name', () => {
  const configMap = (scope: Construct, id: string, namespace?: string) =>
    new k8s.KubeConfigMap(scope, id, { metadata: { name: 'settings', namespace } });

  function guarded(): Chart {
    const chart = Testing.chart();
    refuseTwins(chart);
    refuseTwins(new Construct(chart, 'inner'));
    return chart;
  }

  test('fail in one chart, with both places', () => {
    const chart = guarded();
    configMap(chart, 'ours');
    configMap(new Construct(chart, 'theirs'), 'settings');
    expect(() => Testing.synth(chart)).toThrow(
      new Error(
        "Validation failed with the following errors:\n  [test] ConfigMap 'settings' must be in a namespace once, got test/ours and test/theirs/settings; rename one",
      ),
    );
  });

  test('are accepted in two namespaces, of two kinds and in two charts, which may be for two clusters', () => {
    const chart = guarded();
    configMap(chart, 'a', 'one');
    configMap(chart, 'b', 'two');
    new k8s.KubeService(chart, 'c', { metadata: { name: 'settings', namespace: 'one' } });
    const east = new Chart(chart.node.root, 'east');
    refuseTwins(east);
    configMap(east, 'a', 'one');
    expect(Testing.synth(chart)).toHaveLength(3);
    expect(Testing.synth(east)).toHaveLength(1);
  });
});

function construct(): Construct {
  return new Construct(new Construct(Testing.chart(), 'search'), 'hot');
}
