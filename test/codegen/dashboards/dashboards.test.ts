import { describe, expect, test } from 'vitest';

import { DASHBOARDS } from '../../../codegen/dashboards/files';
import { UIDS } from '../../../codegen/dashboards/uids';
import { EXPORTER_METRICS } from '../../../constructs/elasticsearch';
import { METRIC_TABLE } from '../../../constructs/fluentd/monitoring/metric-table';
import { ECS_FIELDS } from '../../../constructs/lifecycle/ecs-fields';
import { askedFields, expressions, type TestedDashboard, type TestedPanel } from './panels';
import { askedMetrics } from './promql';

/** Columns of the grid of Grafana. */
const COLUMNS = 24;

/** What Kubernetes lets a ConfigMap hold, in bytes. */
const CONFIG_MAP = 1_048_576;

/** Labels that targets have, and one that a Prometheus may add. */
const TARGET_LABELS = ['job', 'instance', 'namespace', 'pod', 'node', 'container', 'endpoint', 'cluster'];

/** Labels of the metrics of a node of Elasticsearch. */
const NODE = ['cluster', 'host', 'name'];

/**
 * Labels of the metrics of the exporter, from its sources; their names are compared with these where its rules are tested.
 *
 * @see https://github.com/prometheus-community/elasticsearch_exporter/tree/v1.11.0/collector
 */
const EXPORTER: Readonly<Partial<Record<keyof typeof EXPORTER_METRICS, readonly string[]>>> = {
  health: ['cluster', 'color'],
  nodes: ['cluster'],
  unassignedShards: ['cluster'],
  relocatingShards: ['cluster'],
  initializingShards: ['cluster'],
  pendingTasks: ['cluster'],
  heapUsed: [...NODE, 'area'],
  heapMost: [...NODE, 'area'],
  rejected: [...NODE, 'type'],
  queued: [...NODE, 'type'],
  diskFree: [...NODE, 'mount', 'path'],
  diskSize: [...NODE, 'mount', 'path'],
  indexed: NODE,
  indexTime: NODE,
  searches: NODE,
  searchTime: NODE,
  cpu: NODE,
  collecting: [...NODE, 'gc'],
  lifecycleStep: ['index', 'phase', 'action', 'step'],
  lifecycleMode: ['operation_mode'],
  snapshotsFailed: ['policy'],
  streamSize: ['data_stream'],
};

/** Labels by metric: what we serve, and what Prometheus itself knows of a target. */
const KNOWN: ReadonlyMap<string, readonly string[]> = new Map([
  ['up', []],
  ...Object.entries(EXPORTER).map(
    ([key, labels]) => [EXPORTER_METRICS[key as keyof typeof EXPORTER_METRICS], labels] as const,
  ),
  ...Object.values(METRIC_TABLE).map(({ name, labels }) => [name, labels as readonly string[]] as const),
]);

/** What a document has that Elasticsearch can search and count. */
const FIELDS = ['@timestamp', 'kubernetes.namespace_name', 'kubernetes.container_name', ...Object.keys(ECS_FIELDS)];

const dashboards = Object.entries(DASHBOARDS) as unknown as readonly (readonly [keyof typeof UIDS, TestedDashboard])[];

test('dashboards are known by addresses of their own', () => {
  expect(Object.fromEntries(dashboards.map(([name, { uid }]) => [name, uid]))).toEqual(UIDS);
});

test('all of them are smaller than a ConfigMap may be', () => {
  expect(JSON.stringify(DASHBOARDS, null, 2).length).toBeLessThan(CONFIG_MAP);
});

describe.each(dashboards)('%s', (_, dashboard) => {
  const panels = dashboard.panels.filter(({ type }) => type !== 'row');

  test('has panels that fill lines and cover no other', () => {
    const cells = dashboard.panels.flatMap(cellsOf);
    expect(cells.filter((cell, index) => cells.indexOf(cell) < index)).toEqual([]);
    expect(dashboard.panels.filter(({ gridPos: { x, w } }) => x + w > COLUMNS)).toEqual([]);
    for (const y of new Set(dashboard.panels.map(({ gridPos }) => gridPos.y))) {
      const line = dashboard.panels.filter(({ gridPos }) => gridPos.y === y);
      expect(
        line.reduce((sum, { gridPos }) => sum + gridPos.w, 0),
        `line ${y}`,
      ).toBe(COLUMNS);
      expect(new Set(line.map(({ gridPos }) => gridPos.h)).size, `line ${y}`).toBe(1);
    }
  });

  test('has panels that say what they are, in which unit, and what it means', () => {
    const ids = dashboard.panels.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { title, description = '', type, fieldConfig, targets = [] } of panels) {
      expect(title, description).toMatch(/^[A-Z][^.]{2,40}$/);
      expect(description, title).toMatch(/^[A-Z0-9].{14,}\.$/s);
      expect(type === 'logs' || fieldConfig?.defaults.unit, title).toBeTruthy();
      expect(targets.length, title).toBeGreaterThan(0);
    }
  });

  test('asks only for metrics and labels that there are', () => {
    const unknown = expressions(dashboard).flatMap(({ place, expr }) =>
      askedMetrics(expr).flatMap(({ metric, labels }) => {
        const known = KNOWN.get(metric);
        if (!known) return [`${place}: ${metric}`];
        return labels
          .filter((label) => ![...known, ...TARGET_LABELS].includes(label))
          .map((label) => `${place}: ${metric} has no ${label}`);
      }),
    );
    expect(unknown).toEqual([]);
  });

  test('asks Elasticsearch only for fields that documents have', () => {
    expect(askedFields(dashboard).filter((field) => !FIELDS.includes(field))).toEqual([]);
    expect(JSON.stringify(dashboard)).not.toContain('"unknown"');
  });
});

function cellsOf({ gridPos: { x, y, w, h } }: TestedPanel): string[] {
  return Array.from({ length: w * h }, (_, index) => `${x + (index % w)},${y + Math.floor(index / w)}`);
}
