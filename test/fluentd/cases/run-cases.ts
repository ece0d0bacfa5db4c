import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Treatment } from '../../../constructs';
import { findFluentd } from '../../../local/fluentd';
import { StandIn } from '../elasticsearch/stand-in';
import { certificateOfTests } from '../run/certificate';
import { configuration } from '../run/configuration';
import { FluentdPod } from '../run/fluentd-pod';

/** A document as far as cases look at it. */
export interface CaseDocument {
  readonly '@timestamp': string;
  readonly message: string;
  readonly stream?: string;
  readonly json?: unknown;
  readonly event?: { readonly kind?: string };
  readonly error?: { readonly message?: string };
  readonly log: { readonly offset: number; readonly flags?: readonly string[] };
  readonly kubernetes: { readonly pod_name: string };
  readonly data_stream?: object;
}

/** What came of the logs of many containers. */
export interface CaseRun {
  /** The documents that are stored, by the name of the pod, in the order in which they were written. */
  readonly documents: ReadonlyMap<string, CaseDocument[]>;

  /** The metrics of Fluentd at the end, in the text form of Prometheus. */
  readonly metrics: string;

  /** What Fluentd said meanwhile. */
  readonly log: readonly string[];
}

/** Nothing new for so long: everything is stored. In milliseconds; an event waits for 2 s, and a chunk for 5 s. */
const QUIET = 12_000;

/** Longest run. In milliseconds. */
const LONGEST = 170_000;

/** What may differ in a run. */
export interface CaseRunOptions {
  /** What is done to the logs, by the name of the pod. @default - nothing */
  readonly treatments?: ReadonlyMap<string, Omit<Treatment, 'name' | 'select'>>;
}

/**
 * Gives the logs of many containers to one real Fluentd, with the configuration of the construct.
 *
 * @param logs what the runtime has written, by the name of the pod
 */
export async function runCases(
  logs: ReadonlyMap<string, Buffer>,
  { treatments = new Map() }: CaseRunOptions = {},
): Promise<CaseRun> {
  const folder = mkdtempSync(join(tmpdir(), 'efk-cases-'));
  const elasticsearch = await StandIn.start<CaseDocument>({ keep: (document) => document as unknown as CaseDocument });
  const { url, authority } = elasticsearch.endpoint;
  const fluentd = new FluentdPod(await findFluentd(), {
    folder,
    configuration: configuration(url, { routes: [{ name: 'cases' }], treatments: byContainer(treatments) }),
    certificate: await certificateOfTests(),
    authority,
  });
  try {
    for (const [pod, bytes] of logs) {
      const path = join(
        fluentd.pods,
        `cases_${pod}_00000000-2222-3333-4444-555555555555/${treatments.has(pod) ? pod : 'app'}/0.log`,
      );
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    }
    await fluentd.start();
    await quiet(() => elasticsearch.documents('logs-cases-default').size);
    const documents = byPod([...elasticsearch.documents('logs-cases-default').values()]);
    return { documents, metrics: await fluentd.metrics(), log: fluentd.log };
  } finally {
    await fluentd.remove();
    await elasticsearch.leave();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A container that is treated has the name of its pod. */
function byContainer(treatments: CaseRunOptions['treatments']): Treatment[] {
  return [...(treatments ?? [])].map(([name, treatment]) => ({ name, select: { containers: [name] }, ...treatment }));
}

async function quiet(count: () => number): Promise<void> {
  const started = performance.now();
  let last = { count: 0, at: started };
  while ((last.count === 0 || performance.now() - last.at < QUIET) && performance.now() - started < LONGEST) {
    await sleep(200);
    if (count() !== last.count) last = { count: count(), at: performance.now() };
  }
}

function byPod(documents: readonly CaseDocument[]): ReadonlyMap<string, CaseDocument[]> {
  const pods = new Map<string, CaseDocument[]>();
  for (const document of documents) {
    const { pod_name: pod } = document.kubernetes;
    pods.set(pod, [...(pods.get(pod) ?? []), document]);
  }
  for (const found of pods.values()) found.sort((a, b) => a.log.offset - b.log.offset);
  return pods;
}
