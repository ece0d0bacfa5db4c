import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { type Command, Option } from 'commander';
import { labelMistakes } from '../constructs/fluentd/pod/metadata';
import type { Stream } from '../local/kubelet/runtimes';
import { InputError } from '../review/errors';
import { readEnvironment, readManifests } from '../review/manifests/folder';
import { objectsOf } from '../review/manifests/manifest-document';
import { type Collector, collectorAmong } from '../trial/collector';
import { readingOf, requireRead } from '../trial/reading';
import { shownEvents, totalsOf } from '../trial/show/shown';
import { type Emphasis, trialText } from '../trial/show/text';
import { TrialFluentd } from '../trial/trial-fluentd';
import { styled } from './shared/terminal';
import { readInput } from './trial/input';

interface TryOptions {
  readonly namespace: string;
  readonly container: string;
  readonly label?: Readonly<Record<string, string>>;
  readonly stream: Stream;
  readonly cri?: boolean;
  readonly json?: boolean;
}

/** Width of the text where no terminal has one. In characters. */
const WIDTH = 120;

/**
 * `efk try`.
 *
 * @param environment finds the collector of an environment by its name. @default - the manifests of that name
 */
export function registerTry(program: Command, environment = rendered): void {
  program
    .command('try')
    .description('show what the collector makes of lines of a log, on the real Fluentd')
    .argument('<environment>', 'name of an environment, or a file or folder of manifests that has a collector')
    .argument('[file...]', 'files with the lines that a container has written', ['-'])
    .requiredOption('--namespace <namespace>', 'where the container runs')
    .requiredOption('--container <container>', 'its name')
    .option('--label <key=value>', 'a label of its pod; may be given several times', withLabel)
    .addOption(
      new Option('--stream <stream>', 'where it has written the lines').choices(['stdout', 'stderr']).default('stdout'),
    )
    .option('--cri', 'the lines are those of a file in /var/log/pods, as its runtime has written them')
    .option('--json', 'everything, for programs')
    .addHelpText(
      'after',
      `
Runs the configuration and the plugins that are deployed, without a cluster: lines are wrapped as containerd does, and what
would be sent to Elasticsearch is shown instead. Each event is shown with what every stage changed and counted, the document
and its data stream, or the stage that dropped it.

Fluentd is an installed one, or a container of its image (docker, podman, nerdctl), or its gems are installed for a Ruby of
this machine into the cache, which takes minutes the first time.

Exit codes: 0 done, 1 there is no Fluentd or it fails, 2 input that cannot be read or is not collected.

Examples:
  efk try production --namespace shop --container cart < app.log
  efk try production --namespace shop --container cart --label team=checkout --label tier=web < app.log
  kubectl --namespace shop logs deploy/cart | efk try production --namespace shop --container cart
  efk try manifests/production --namespace shop --container cart --stream stderr app.log
  efk try production --namespace shop --container cart --cri 0.log
  efk try production --namespace shop --container cart --json app.log | jq '.events[].outcome.document'`,
    )
    .action((target: string, files: readonly string[], options: TryOptions) =>
      tryLines(existsSync(target) ? inManifests(target) : environment(target), target, files, options),
    );
}

async function tryLines(
  collector: Collector,
  target: string,
  files: readonly string[],
  options: TryOptions,
): Promise<void> {
  const { namespace, container, label, json } = options;
  const name = { namespace, container, ...(label && { labels: label }) };
  for (const name of ['namespace', 'container'] as const) requireLabel(`--${name}`, options[name]);
  requireRead(readingOf(collector), name);
  const lines = await readInput(files, options);
  const fluentd = await TrialFluentd.start(collector, { report: (line) => console.error(line) });
  const [events = []] = await fluentd.run([{ ...name, lines }]).finally(() => fluentd.end());

  const shown = shownEvents(events, lines.offsets);
  const totals = totalsOf(shown, lines.offsets.length);
  if (json) {
    console.log(JSON.stringify({ collector: target, namespace, container, events: shown, totals }, null, 2));
    return;
  }
  process.stdout.write(trialText(shown, totals, { emphasis, width: process.stdout.columns ?? WIDTH }));
}

function requireLabel(option: string, name: string): void {
  if (/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(name)) return;
  throw new InputError(
    `[${option}] must be a name of Kubernetes (a-z, 0-9, - and .), got ${JSON.stringify(name)}; correct it`,
  );
}

/** Adds a label as kubectl takes it. */
function withLabel(text: string, labels: Readonly<Record<string, string>> = {}): Record<string, string> {
  const [, key, value = ''] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  const [mistake] = key === undefined ? [] : labelMistakes(['label'], key, value);
  if (key === undefined || mistake) {
    const must =
      mistake?.message ?? `must be a label of a pod, got ${JSON.stringify(text)}; write for example team=cart`;
    throw new InputError(`[--label] ${must}`);
  }
  return { ...labels, [key]: value };
}

function inManifests(path: string): Collector {
  const [root, inside] = isAbsolute(path) ? ['/', path.slice(1)] : [process.cwd(), path.replace(/\/+$/, '')];
  return collectorAmong(objectsOf(readManifests(root, inside)), path);
}

function rendered(name: string): Collector {
  return collectorAmong(objectsOf(readEnvironment(process.cwd(), name)), name);
}

const STYLES = {
  title: ['bold'],
  added: ['green'],
  removed: ['red'],
  bad: ['bold', 'red'],
  minor: ['dim'],
} as const;

const emphasis: Emphasis = (style, text) => styled([...STYLES[style]], text);
