import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { onTestFinished } from 'vitest';
import { RUBY_FILES } from '../../../constructs/fluentd/ruby/files.generated';
import { type FluentdRuntime, inFolder, type RunningFluentd } from '../../../local/fluentd';
import { temporaryFolder } from '../../temporary-folder';
import { Elasticsearch } from '../elasticsearch/elasticsearch';

const LOG = '/var/log/pods/app.log';

/** Where dead letters are. */
export const DEAD_LETTERS = '/var/lib/fluentd/dead-letters';

/** A Fluentd that reads numbered lines with in_tail and sends them with our outputs, and the Elasticsearch that gets them. */
export class Reader {
  private readonly folder = temporaryFolder();
  private written = 0;

  private constructor(
    private readonly runtime: FluentdRuntime,
    readonly elasticsearch: Elasticsearch,
    private readonly conf: string,
  ) {}

  /** Starts Elasticsearch; both end with the test. `filter` is put before the output, `bufferSize` bounds its buffer. */
  static async of(runtime: FluentdRuntime, options: { readonly filter?: string; readonly bufferSize?: string } = {}) {
    const elasticsearch = await Elasticsearch.start({ kept: 'line \\d+' });
    onTestFinished(() => elasticsearch.stop());
    return new Reader(runtime, elasticsearch, configuration(elasticsearch.endpoint.url, options));
  }

  /** Starts Fluentd, in the same place as before. */
  async start(): Promise<RunningFluentd> {
    this.write(0);
    const fluentd = await this.runtime.start({
      conf: this.conf,
      folder: this.folder,
      plugins: RUBY_FILES,
      files: { '/fluentd/tls/ca.crt': this.elasticsearch.endpoint.authority },
    });
    onTestFinished(() => fluentd.kill());
    return fluentd;
  }

  /** Writes that many more lines. */
  write(lines: number): void {
    const path = inFolder(this.folder, LOG);
    mkdirSync(dirname(path), { recursive: true });
    const text = Array.from({ length: lines }, (_, index) => `line ${this.written + index} ${'x'.repeat(150)}\n`);
    appendFileSync(path, text.join(''));
    this.written += lines;
  }

  /** How many lines are not stored, and how many are stored more than once. */
  async missing(): Promise<{ readonly lost: number; readonly twice: number }> {
    const { kept } = await this.elasticsearch.report();
    const lines = kept['logs-app-default'] ?? [];
    const different = new Set(lines).size;
    return { lost: this.written - different, twice: lines.length - different };
  }

  /** Where a file of the container lies. */
  path(inContainer: string): string {
    return inFolder(this.folder, inContainer);
  }

  /** Runs the program that sends dead letters again. */
  async resend(): Promise<string> {
    const program = this.path('/fluentd/plugins/resend_dead_letters.rb');
    const { stdout, stderr } = await this.runtime.run('ruby', [program, this.path('/fluentd/etc/fluent.conf')], {
      cwd: this.folder,
    });
    return stdout + stderr;
  }
}

function configuration(
  url: string,
  { filter = '', bufferSize = '1g' }: { filter?: string; bufferSize?: string },
): string {
  return `
<system>
  config_include_dir ""
</system>
<source>
  @type tail
  path ${LOG}
  pos_file /var/lib/fluentd/app.pos
  tag app
  read_from_head true
  refresh_interval 1
  @label @LOGS
  <parse>
    @type none
  </parse>
</source>
<label @LOGS>
  ${filter}
  <match **>
    @type elasticsearch_bulk
    url ${url}
    ca_file /fluentd/tls/ca.crt
    request_timeout 3s
    <buffer tag>
      @type file
      path /var/lib/fluentd/buffer
      chunk_limit_size 1m
      total_limit_size ${bufferSize}
      flush_interval 1s
      flush_thread_count 2
      retry_forever true
      retry_max_interval 1s
      overflow_action block
    </buffer>
  </match>
</label>
<label @ERROR>
  <match **>
    @type dead_letters
    path ${DEAD_LETTERS}
  </match>
</label>
`;
}
