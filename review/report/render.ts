import { bytesInWords, figureInWords } from '../summary/words';
import type { EnvironmentReport } from './environment-report';

/** A part of a report: a heading and a table. */
interface Section {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The report for a terminal. */
export function reportText(report: EnvironmentReport): string {
  const parts = sections(report).map(({ title, head, rows }) => {
    const all = [head, ...rows];
    const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
    const lines = all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
    return [title, ...lines.map((line) => `  ${line}`.trimEnd())].join('\n');
  });
  return [report.environment, ...parts, ''].join('\n\n');
}

/** The report for a pull request or a page. */
export function reportMarkdown(report: EnvironmentReport): string {
  const parts = sections(report).map(({ title, head, rows }) =>
    [
      `### ${title}`,
      '',
      ...[head, head.map(() => '---'), ...rows].map(
        (row) => `| ${row.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`,
      ),
    ].join('\n'),
  );
  return [`## ${report.environment}`, ...parts, ''].join('\n\n');
}

function sections(report: EnvironmentReport): Section[] {
  const { workloads, routes, lossBudget, certificates, images, totals, cost } = report;
  return [
    {
      title: 'Sizing',
      head: ['workload', 'pods', 'cores', 'memory', 'disk of a pod'],
      rows: workloads.map(({ name, pods, cpu, memory, disk }) => [
        name,
        pods === null ? 'each node' : String(pods),
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
    {
      title: 'Loss budget',
      head: ['buffer on a node', 'logs of a node', 'Elasticsearch may be away'],
      rows: [
        [
          bytesInWords(lossBudget.bufferBytes),
          `${bytesInWords(lossBudget.bytesPerSecond)}/s (assumed)`,
          durationInWords(lossBudget.seconds),
        ],
      ],
    },
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

/** Whole days, hours and minutes. */
function durationInWords(seconds: number): string {
  const [days, hours, minutes] = [seconds / 86_400, (seconds / 3_600) % 24, (seconds / 60) % 60].map(Math.floor);
  return [days && `${days} d`, hours && `${hours} h`, `${minutes} min`].filter(Boolean).join(' ');
}
