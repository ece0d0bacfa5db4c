import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { freePorts } from '../local/cluster/ports';
import { findFluentd } from '../local/fluentd';
import { tierConfigurations } from '../test/fluentd/aggregator/configurations';
import { ApiServerStandIn } from '../test/fluentd/pod-metadata/api-server';
import { certificateOfTests } from '../test/fluentd/run/certificate';
import { configuration } from '../test/fluentd/run/configuration';
import { figuresOf, type Phase } from './scale/figures';
import { Containers, Fleet, type Member } from './scale/fleet';
import { CountingElasticsearch } from './scale/traffic';

const { values } = parseArgs({
  options: {
    agents: { type: 'string', default: '100' },
    aggregators: { type: 'string', default: '0,2' },
    rate: { type: 'string', default: '10' },
    seconds: { type: 'string', default: '30' },
    outage: { type: 'string', default: '60' },
  },
});
const agents = Number(values.agents);

/** Lines that each node has when its agent starts. */
const BEFORE = 500;

const OPTIONS = { podMetadata: { labels: ['team'] } };

const report = (line: string) => console.error(line);

void main();

/** All at once, as after a roll-out; then at rest; then without Elasticsearch; then with it again. */
async function main(): Promise<void> {
  await findFluentd({ report });
  for (const count of values.aggregators.split(',')) await simulate(Number(count));
}

async function simulate(aggregators: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'efk-scale-'));
  const [elasticsearch, api, certificate] = await Promise.all([
    CountingElasticsearch.start(),
    ApiServerStandIn.start(),
    certificateOfTests(),
  ]);
  const { url, authority } = elasticsearch.endpoint;
  const fleet = new Fleet(await findFluentd(), { folder, certificate, ...api.given });
  const ports = await freePorts(aggregators);
  const tier = tierConfigurations(url, OPTIONS);
  const names = Array.from({ length: agents }, (_, index) => `node-${index}`);
  const agent = aggregators > 0 ? tier.agent(ports) : configuration(url, OPTIONS);
  const ofAgents = { configuration: agent, authority: aggregators > 0 ? certificate.authority : authority };
  const containers = new Containers(folder, names);
  try {
    await fleet.start(
      ports.map(
        (port, index): Member => ({ name: `aggregator-${index}`, configuration: tier.aggregator(port), authority }),
      ),
    );
    await fleet.ready();
    const phases: Phase[] = [];
    let toAggregators = 0;
    const phase = async (name: string, happen: () => Promise<unknown>) => {
      const from = elasticsearch.now;
      const look = setInterval(() => {
        toAggregators = Math.max(toAggregators, connectionsTo(ports));
      }, 1_000);
      await happen();
      clearInterval(look);
      phases.push({ name, from, to: elasticsearch.now });
      fleet.check();
      report(`${name}: ${Math.round(elasticsearch.now - from)} s`);
    };
    containers.writeAll(BEFORE);
    await phase('all start at once', async () => {
      await fleet.start(names.map((name) => ({ name, ...ofAgents })));
      await fleet.ready();
      while (elasticsearch.taken < containers.written) await sleep(200);
    });
    const writing = containers.go(Number(values.rate));
    await sleep(10_000);
    const before = fleet.usage().cpuSeconds;
    await phase('at rest', () => sleep(1_000 * Number(values.seconds)));
    const cores = (fleet.usage().cpuSeconds - before) / Number(values.seconds);
    elasticsearch.isAway = true;
    await phase('away', () => sleep(1_000 * Number(values.outage)));
    elasticsearch.isAway = false;
    await phase('back', () => sleep(1_000 * 45));
    containers.stop();
    await writing;
    await phase('to the last line', async () => {
      while (elasticsearch.taken < containers.written) await sleep(200);
    });
    console.log(`\n${agents} agents, ${aggregators} aggregators, ${values.rate} lines a second on each node`);
    console.table(phases.map((each) => figuresOf(each, elasticsearch)));
    console.log(
      [
        `${containers.written} lines written, ${elasticsearch.taken} documents taken`,
        `${cores.toFixed(2)} cores at rest, ${Math.round(fleet.usage().memory / (agents + aggregators))} MiB for each Fluentd, without its supervisor`,
        `API server: ${api.asked.length} requests, ${api.watching} watches open`,
        ...(aggregators > 0 ? [`at most ${toAggregators} connections to aggregators`] : []),
      ].join('\n'),
    );
  } finally {
    containers.stop();
    await fleet.end();
    await Promise.all([elasticsearch.stop(), api.leave()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Connections of this machine to ports, from the view of those who made them. */
function connectionsTo(ports: readonly number[]): number {
  const wanted = new Set(ports.map((port) => port.toString(16).toUpperCase().padStart(4, '0')));
  const rows = readFileSync('/proc/net/tcp', 'utf8').trim().split('\n').slice(1);
  return rows.filter((row) => {
    const [, , remote = '', state] = row.trim().split(/\s+/);
    return state === '01' && wanted.has(remote.split(':')[1] ?? '');
  }).length;
}
