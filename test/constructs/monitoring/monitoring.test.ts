import { Chart, Testing } from 'cdk8s';
import { expect, test } from 'vitest';

import type { RuleGroup } from '../../../constructs/core';
import { PodMonitor, PrometheusRules } from '../../../constructs/monitoring';

const GROUPS: RuleGroup[] = [
  {
    name: 'g',
    rules: [{ alert: 'Down', expr: 'up == 0', severity: 'critical', summary: 'It is down', action: 'Start it' }],
  },
];

function chart(): Chart {
  return new Chart(Testing.app(), 'monitoring', { namespace: 'agents', disableResourceNameHashes: true });
}

test('rules are an object of the operator', () => {
  const scope = chart();
  new PrometheusRules(scope, 'rules', { groups: GROUPS, selectorLabels: { release: 'prometheus' } });
  expect(Testing.synth(scope)).toMatchInlineSnapshot(`
    [
      {
        "apiVersion": "monitoring.coreos.com/v1",
        "kind": "PrometheusRule",
        "metadata": {
          "labels": {
            "app.kubernetes.io/instance": "logging",
            "app.kubernetes.io/managed-by": "cdk8s-efk",
            "app.kubernetes.io/name": "prometheus-rules",
            "app.kubernetes.io/part-of": "efk",
            "release": "prometheus",
          },
          "name": "logging",
          "namespace": "agents",
        },
        "spec": {
          "groups": [
            {
              "name": "g",
              "rules": [
                {
                  "alert": "Down",
                  "annotations": {
                    "description": "Start it",
                    "summary": "It is down",
                  },
                  "expr": "up == 0",
                  "labels": {
                    "severity": "critical",
                  },
                },
              ],
            },
          ],
        },
      },
    ]
  `);
});

test('or a file in a ConfigMap', () => {
  const scope = chart();
  new PrometheusRules(scope, 'rules', { groups: GROUPS, as: 'configMap', name: 'collector' });
  expect(Testing.synth(scope)).toMatchObject([
    {
      kind: 'ConfigMap',
      metadata: { name: 'collector' },
      data: { 'collector.rules.yaml': expect.stringContaining('alert: Down') },
    },
  ]);
});

test('rules with names that cannot be are refused', () => {
  const twice = [...GROUPS, ...GROUPS];
  expect(() => new PrometheusRules(chart(), 'rules', { groups: twice })).toThrow(
    '[monitoring/rules] alert Down must be there once, got it twice; rename one\n' +
      '[monitoring/rules] group of rules "g" must be there once, got it twice; rename one',
  );
});

test('pods are scraped over TLS, each by itself', () => {
  const scope = chart();
  new PodMonitor(scope, 'fluentd', {
    endpoint: {
      name: 'fluentd',
      podLabels: { 'app.kubernetes.io/name': 'fluentd' },
      port: 'metrics',
      portNumber: 24231,
      serverName: 'fluentd-metrics.agents.svc',
      authoritySecretName: 'fluentd-tls',
    },
  });
  expect(Testing.synth(scope)).toMatchInlineSnapshot(`
    [
      {
        "apiVersion": "monitoring.coreos.com/v1",
        "kind": "PodMonitor",
        "metadata": {
          "labels": {
            "app.kubernetes.io/instance": "fluentd",
            "app.kubernetes.io/managed-by": "cdk8s-efk",
            "app.kubernetes.io/name": "pod-monitor",
            "app.kubernetes.io/part-of": "efk",
          },
          "name": "fluentd",
          "namespace": "agents",
        },
        "spec": {
          "jobLabel": "app.kubernetes.io/name",
          "podMetricsEndpoints": [
            {
              "honorLabels": true,
              "interval": "30s",
              "port": "metrics",
              "relabelings": [
                {
                  "sourceLabels": [
                    "__meta_kubernetes_pod_node_name",
                  ],
                  "targetLabel": "node",
                },
              ],
              "scheme": "https",
              "tlsConfig": {
                "ca": {
                  "secret": {
                    "key": "ca.crt",
                    "name": "fluentd-tls",
                  },
                },
                "serverName": "fluentd-metrics.agents.svc",
              },
            },
          ],
          "selector": {
            "matchLabels": {
              "app.kubernetes.io/name": "fluentd",
            },
          },
        },
      },
    ]
  `);
});
