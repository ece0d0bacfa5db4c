import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Chart, Testing } from 'cdk8s';

import { Fluentd } from '../../../constructs/fluentd';
import { findFluentd, inFolder } from '../../../local/fluentd';
import { newAuthority, newCertificate } from '../../../stacks/secrets/certificates';
import { StandIn } from '../elasticsearch/stand-in';

/** A document as far as cases look at it. */
export interface CaseDocument {
  readonly '@timestamp': string;
  readonly message: string;
  readonly stream?: string;
  readonly json?: unknown;
  readonly event?: { readonly kind: string };
  readonly error?: { readonly message: string };
  readonly log: { readonly offset: number; readonly flags?: readonly string[] };
  readonly kubernetes: { readonly pod_name: string };
}

/** What came of the logs of many containers. */
export interface CaseRun {
  /** The documents that are stored, by the name of the pod, in the order in which they were written. */
  readonly documents: ReadonlyMap<string, CaseDocument[]>;

  /** What Fluentd said meanwhile. */
  readonly log: readonly string[];
}

/** Nothing new for so long: everything is stored. In milliseconds; an event waits for 2 s, and a chunk for 5 s. */
const QUIET = 12_000;

/** Longest run. In milliseconds. */
const LONGEST = 170_000;

/**
 * Gives the logs of many containers to one real Fluentd, with the configuration of the construct.
 *
 * @param logs what the runtime has written, by the name of the pod
 */
export async function runCases(logs: ReadonlyMap<string, Buffer>): Promise<CaseRun> {
  const folder = mkdtempSync(join(tmpdir(), 'efk-cases-'));
  const elasticsearch = await StandIn.start<CaseDocument>({ keep: (document) => document as unknown as CaseDocument });
  try {
    for (const [pod, bytes] of logs) {
      const path = inFolder(folder, `/var/log/pods/cases_${pod}_00000000-2222-3333-4444-555555555555/app/0.log`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    }
    const { url, authority } = elasticsearch.endpoint;
    const metrics = await newCertificate(await newAuthority('metrics'), ['localhost']);
    const runtime = await findFluentd();
    const fluentd = await runtime.start({
      ...configuration(url),
      folder,
      files: {
        '/fluentd/tls/ca.crt': authority,
        '/fluentd/tls/tls.crt': metrics.certificate,
        '/fluentd/tls/tls.key': metrics.privateKey,
      },
      environment: {
        K8S_NODE_NAME: 'node',
        POD_NAME: 'localhost',
        ELASTICSEARCH_USERNAME: 'a',
        ELASTICSEARCH_PASSWORD: 'b',
      },
    });
    try {
      await quiet(() => elasticsearch.documents('logs-cases-default').size);
    } finally {
      await fluentd.kill();
    }
    const documents = byPod([...elasticsearch.documents('logs-cases-default').values()]);
    return { documents, log: fluentd.log.lines() };
  } finally {
    await elasticsearch.leave();
    rmSync(folder, { recursive: true, force: true });
  }
}

function configuration(url: string) {
  const chart = new Chart(Testing.app(), 'agents', { namespace: 'agents', disableResourceNameHashes: true });
  new Fluentd(chart, 'fluentd', { elasticsearch: { url, majorVersion: 9 }, routes: [{ name: 'cases' }] });
  const objects = Testing.synth(chart) as { kind: string; data: Record<string, string> }[];
  const data = objects.filter(({ kind }) => kind === 'ConfigMap').map((configMap) => configMap.data);
  const { 'fluent.conf': conf = '', ...plugins } = Object.assign({}, ...data) as Record<string, string>;
  return { conf, plugins };
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
