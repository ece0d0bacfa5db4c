import { appendFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { isRunning } from '../../../local/cache';
import {
  type FluentdRuntime,
  type FluentdStart,
  findFluentd,
  inFolder,
  type RunningFluentd,
} from '../../../local/fluentd';
import { temporaryFolder } from '../../temporary-folder';

let runtime: FluentdRuntime;

beforeAll(async () => {
  runtime = await findFluentd({ report: console.log });
  console.log(runtime.description);
});

/** Everything of the pod that a configuration names: the log files, the state, the heartbeat, a plugin, a variable, the metrics. */
const CONF = `
<source>
  @type prometheus
  bind 127.0.0.1
  port 24231
</source>
<source>
  @type prometheus_monitor
</source>
<source>
  @type tail
  path /var/log/pods/*.log
  pos_file /var/lib/fluentd/test.pos
  read_from_head true
  refresh_interval 1
  tag test
  <parse>
    @type none
  </parse>
</source>
<filter **>
  @type shout
</filter>
<match test>
  @type file
  path /var/lib/fluentd/out
  append true
  <format>
    @type single_value
  </format>
  <buffer>
    @type file
    path /var/lib/fluentd/buffer
    flush_mode immediate
  </buffer>
</match>
`;

const SHOUT = `
require 'fluent/plugin/filter'

class ShoutFilter < Fluent::Plugin::Filter
  Fluent::Plugin.register_filter('shout', self)

  def filter(_tag, _time, record)
    record.merge('message' => record['message'].upcase + ENV.fetch('MARK'))
  end
end
`;

/** A Fluentd in `folder` that ends with the test. */
async function started(folder: string, changes: Partial<FluentdStart> = {}): Promise<RunningFluentd> {
  const plugins = { 'filter_shout.rb': SHOUT };
  const fluentd = await runtime.start({ conf: CONF, folder, plugins, environment: { MARK: '!' }, ...changes });
  onTestFinished(() => fluentd.kill());
  return fluentd;
}

function log(folder: string, line: string): void {
  const pods = inFolder(folder, '/var/log/pods');
  mkdirSync(pods, { recursive: true });
  appendFileSync(join(pods, 'a.log'), `${line}\n`);
}

/** What has come out, in the order of its coming. */
function stored(folder: string): string[] {
  const state = inFolder(folder, '/var/lib/fluentd');
  const files = readdirSync(state).filter((name) => name.startsWith('out'));
  return files.flatMap((file) => readFileSync(join(state, file), 'utf8').split('\n').filter(Boolean));
}

test('records go through the configuration, its plugins and its environment', async () => {
  const folder = temporaryFolder();
  log(folder, 'first');
  const fluentd = await started(folder);
  await expect.poll(() => stored(folder), { timeout: 30_000 }).toEqual(['FIRST!']);
  log(folder, 'second');
  await expect.poll(() => stored(folder), { timeout: 30_000 }).toEqual(['FIRST!', 'SECOND!']);
  expect(await (await fetch(fluentd.metricsUrl ?? '')).text()).toContain('fluentd_status_buffer_queue_length');
});

test('two at once do not meet', async () => {
  const folders = [temporaryFolder(), temporaryFolder()];
  const urls = new Set<string | undefined>();
  for (const [number, folder] of folders.entries()) {
    log(folder, `line ${number}`);
    urls.add((await started(folder)).metricsUrl);
  }
  expect(urls.size).toBe(2);
  for (const [number, folder] of folders.entries()) {
    await expect.poll(() => stored(folder), { timeout: 30_000 }).toEqual([`LINE ${number}!`]);
  }
});

test('it ends in order on SIGTERM, and goes on in the same folder', async () => {
  const folder = temporaryFolder();
  log(folder, 'before');
  const first = await started(folder);
  await expect.poll(() => stored(folder), { timeout: 30_000 }).toEqual(['BEFORE!']);
  expect(await first.stop()).toBe(0);
  expect(first.isRunning).toBe(false);
  log(folder, 'after');
  const second = await started(folder);
  await expect.poll(() => stored(folder), { timeout: 30_000 }).toEqual(['BEFORE!', 'AFTER!']);
  expect(second.log.lines().filter((line) => line.includes('starting fluentd-'))).toHaveLength(1);
});

test('it can be killed as a whole, or its worker alone, which is started again', async () => {
  const fluentd = await started(temporaryFolder());
  const worker = await fluentd.worker();
  expect(worker).not.toBe(fluentd.supervisor);
  const from = fluentd.log.lines().length;
  await fluentd.signal('SIGKILL', 'worker');
  await fluentd.waitFor(/fluentd worker is now running/, { from });
  expect(await fluentd.worker()).not.toBe(worker);

  await fluentd.kill();
  expect(fluentd.isRunning).toBe(false);
  expect(await fluentd.residentMemory()).toBe(0);
});

test('a worker whose supervisor is killed ends too', async () => {
  const fluentd = await started(temporaryFolder());
  const worker = (await fluentd.worker()) ?? 0;
  await fluentd.signal('SIGKILL');
  await expect.poll(() => isRunning(worker), { timeout: 10_000 }).toBe(false);
  expect(fluentd.isRunning).toBe(false);
});

test('what it costs can be read while it runs and afterwards', async () => {
  const fluentd = await started(temporaryFolder());
  const running = await fluentd.cpuSeconds();
  expect(running).toBeGreaterThan(0.2);
  expect(await fluentd.residentMemory()).toBeGreaterThan(50e6);
  await fluentd.stop();
  expect(await fluentd.cpuSeconds()).toBeGreaterThanOrEqual(running);
});

test('a configuration that is wrong is answered with the end of the log', async () => {
  const starting = started(temporaryFolder(), { conf: '<match **>\n  @type unknown\n</match>\n' });
  await expect(starting).rejects.toThrow(
    /ended with exit code 1; the end of its log:\n[\s\S]*Unknown output plugin 'unknown'/,
  );
});

test('the gems are those of the image, also where Ruby brings others', async () => {
  const program = 'require "json"; require "openssl"; require "oj"; puts JSON::VERSION, OpenSSL::VERSION, Oj::VERSION';
  const { stdout } = await runtime.run('ruby', ['-e', program]);
  expect(stdout).toBe('2.21.2\n4.0.2\n3.17.5\n');
});
