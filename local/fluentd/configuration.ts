import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folders of the container of Fluentd that its configuration names. */
const FOLDERS = [
  '/var/log/pods',
  '/var/lib/fluentd',
  '/fluentd/etc',
  '/fluentd/plugins',
  '/fluentd/tls',
  '/fluentd/inputs',
  '/fluentd/outputs',
];

/** Folders of the node, and files of a folder that is not its own. */
const PATHS = [...FOLDERS, '/var/log', '/run/log', '/var/run/secrets', '/tmp/heartbeat', '/tmp/closing'];

/** One of {@link PATHS} that begins and ends where a path does. */
const PATH = new RegExp(`(?<![\\w./-])(?:${PATHS.join('|')})(?![\\w-])`, 'g');

/** Port of the metrics in a configuration. */
const METRICS = /(@type prometheus\n(?:(?!<\/source>)[\s\S])*?\bport )\d+/;

/** Where a path of the container of Fluentd lies for a Fluentd that runs in `folder`. */
export function inFolder(folder: string, path: string): string {
  return join(folder, path);
}

/** A configuration that is made for a container, for a Fluentd that runs in `folder` and serves its metrics at `port`. */
export function adapt(text: string, folder: string, port: number): string {
  return text.replace(PATH, (path) => inFolder(folder, path)).replace(METRICS, `$1${port}`);
}

/** Address of the metrics of a configuration at `port`; undefined if it serves none. */
export function metricsUrl(conf: string, port: number): string | undefined {
  const source = METRICS.exec(conf);
  if (!source) return undefined;
  const end = conf.indexOf('</source>', source.index);
  const scheme = conf.slice(source.index, end).includes('<transport tls>') ? 'https' : 'http';
  return `${scheme}://127.0.0.1:${port}/metrics`;
}

/** Writes files by their paths in the container, and makes the folders that a pod has. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const path of [...FOLDERS, '/tmp']) mkdirSync(inFolder(folder, path), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    const file = inFolder(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
