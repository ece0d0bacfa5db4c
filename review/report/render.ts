import { bytesInWords, durationInWords, figureInWords } from '../summary/words';
import { collectorSection } from './collectors/collector-section';
import type { EnvironmentReport } from './environment-report';

/** A part of a report: a heading and a table. */
interface Section {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];

  /** Lines below the table. */
  readonly notes?: readonly string[];
}

/**
 * The report for a terminal.
 *
 * @param capacity what the logs need next to what there is, as lines of text, where that is known
 */
export function reportText(report: EnvironmentReport, capacity?: string): string {
  const parts = sections(report).map(({ title, head, rows, notes = [] }) => {
    const all = [head, ...rows];
    const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
    const lines = all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
    return [title, ...[...lines, ...notes].map((line) => `  ${line}`.trimEnd())].join('\n');
  });
  return [report.environment, ...parts, ...capacityParts(capacity, 'Capacity', indented), ''].join('\n\n');
}

/**
 * The report for a pull request or a page.
 *
 * @param capacity as in {@link reportText}
 */
export function reportMarkdown(report: EnvironmentReport, capacity?: string): string {
  const parts = sections(report).map(({ title, head, rows, notes = [] }) =>
    [
      `### ${title}`,
      '',
      ...[head, head.map(() => '---'), ...rows].map(
        (row) => `| ${row.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`,
      ),
      ...notes.flatMap((note) => ['', note]),
    ].join('\n'),
  );
  return [`## ${report.environment}`, ...parts, ...capacityParts(capacity, '### Capacity\n', fenced), ''].join('\n\n');
}

function capacityParts(capacity: string | undefined, title: string, shape: (text: string) => string): string[] {
  return capacity === undefined ? [] : [[title, shape(capacity.trimEnd())].join('\n')];
}

const indented = (text: string) => text.replaceAll(/^/gm, '  ');

const fenced = (text: string) => ['```text', text, '```'].join('\n');

function sections(report: EnvironmentReport): Section[] {
  const { workloads, routes, treatments, lossBudget, collectors, certificates, images, totals, cost } = report;
  return [
    {
      title: 'Sizing',
      head: ['workload', 'pods', 'cores', 'memory', 'disk of a pod'],
      rows: workloads.map(({ name, pods, mostPods, cpu, memory, disk }) => [
        name,
        pods === null ? 'each node' : pods === mostPods ? String(pods) : `${pods} to ${mostPods}`,
        String(cpu),
        bytesInWords(memory),
        disk.map(({ storageClass, bytes }) => `${bytesInWords(bytes)} ${storageClass}`).join(', '),
      ]),
    },
    {
      title: 'Totals requested',
      head: ['figure', 'value'],
      rows: totals.map((figure) => [figure.name, figureInWords(figure)]),
    },
    {
      title: 'Retention',
      head: ['data streams', 'kept at most', 'policy', 'copies'],
      rows: routes.map(({ pattern, retention, policy, replicas }) => [
        pattern,
        retention,
        policy,
        String(replicas + 1),
      ]),
    },
    ...(treatments.length > 0
      ? [
          {
            title: 'Treatments',
            head: ['treatment', 'namespaces / containers', 'except', 'has not what is of'],
            rows: treatments.map(({ name, selects, except, before }) => [name, selects, except, few(before)]),
          },
        ]
      : []),
    {
      title: 'Loss budget',
      head: [
        'buffer on a node',
        'logs of a node',
        `${collectors?.aggregatorsHold == null ? 'Elasticsearch' : 'aggregators'} may be away`,
        'Fluentd may be away',
      ],
      rows: [
        [
          bytesInWords(lossBudget.bufferBytes),
          `${bytesInWords(lossBudget.bytesPerSecond)}/s`,
          durationInWords(lossBudget.seconds),
          durationInWords(lossBudget.fluentdSeconds),
        ],
      ],
    },
    ...(lossBudget.outputs.length > 0
      ? [
          {
            title: 'Other outputs',
            head: ['output', 'buffer', 'may be away', 'then'],
            rows: lossBudget.outputs.map(({ name, of, bytes, seconds, whenFull }) => [
              name,
              `${bytesInWords(bytes)} on each ${of === 'nodes' ? 'node' : 'aggregator'}`,
              durationInWords(seconds),
              whenFull === 'wait' ? 'no log of its routes is read' : 'its oldest logs are lost',
            ]),
          },
        ]
      : []),
    ...(collectors ? [collectorSection(collectors)] : []),
    {
      title: 'Certificates',
      head: ['Secret', 'used by', 'valid', 'renewed before'],
      rows: certificates.map(({ secret, usedBy, duration, renewBefore }) => [
        secret,
        usedBy.length > 2 ? `${usedBy.length} workloads` : usedBy.join(', '),
        duration ?? 'not in the manifests',
        renewBefore ?? 'not in the manifests',
      ]),
    },
    {
      title: 'Images',
      head: ['image', 'digest'],
      rows: images.map(({ image, digest }) => [image.replace(/@.*/, ''), digest ?? 'not in the manifests']),
    },
    ...(cost
      ? [
          {
            title: `Estimated cost of a month (${cost.currency})`,
            head: ['processor', 'memory', 'disk', 'total'],
            rows: [[cost.cpu, cost.memory, cost.disk, cost.total].map((value) => value.toFixed(2))],
          },
        ]
      : []),
  ];
}

/** The first ones, since a treatment for all comes behind those of all teams. */
function few(texts: readonly string[]): string {
  const rest = texts.length - 3;
  return [...texts.slice(0, 3), ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}
