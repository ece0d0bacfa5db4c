import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

import type { SqlInput } from '../../../../constructs/fluentd';
import { findFluentd } from '../../../../local/fluentd';
import type { Document } from '../../elasticsearch/bulk/data-stream';
import type { StoredEvent } from '../../run/account';
import { certificateOfTests } from '../../run/certificate';
import { PipelineRun } from '../../run/pipeline-run';

/** What is read, and with which version of which client. */
export interface SqlRun {
  readonly sql: SqlInput;
  readonly password: string;
  readonly client: { readonly gem: string; readonly version: string };
}

/** A collector that reads the rows of a table every second, with the client as an image that is derived has it. */
export async function sqlRun({ sql, password, client }: SqlRun): Promise<PipelineRun> {
  const environment: Record<string, string> = { INPUT_AUDIT_PASSWORD: password, INPUT_AUDIT_USER: 'reader' };
  const { authority } = await certificateOfTests();
  const pipeline = await PipelineRun.prepare(
    {
      onAggregator: {
        replicas: 1,
        routes: [{ name: 'audit', namespaces: [] }],
        image: { repository: 'logging/fluentd', tag: '1', plugins: [client.gem, 'fluent-plugin-prometheus'] },
        inputs: [{ name: 'audit', route: 'audit', sql }],
      },
    },
    (document: Document) => document as unknown as StoredEvent,
    {
      environment,
      files: { '/fluentd/inputs/audit/ca.crt': authority },
      edit: (conf) => conf.replace('@type sql_rows', '@type sql_rows\n  interval 1s'),
    },
  );
  const gems = join(pipeline.folder, 'gems');
  const runtime = await findFluentd();
  const version = `${client.gem}:${client.version}`;
  const install = ['install', '--no-document', '--ignore-dependencies', '--install-dir', gems, version];
  const { code, stderr } = await runtime.run('gem', install, { cwd: pipeline.folder });
  expect(code, stderr).toBe(0);
  const [folder = ''] = readdirSync(join(gems, 'gems'));
  environment.RUBYLIB = join(gems, 'gems', folder, 'lib');
  execFileSync('chmod', ['-R', 'a+rX', gems]);
  return pipeline;
}

/** A row as it is stored. */
export interface StoredRow {
  readonly '@timestamp': string;
  readonly message: string;
  readonly json: Readonly<Record<string, unknown>>;
}

/** The rows that are stored. */
export function rowsOf(pipeline: PipelineRun): StoredRow[] {
  return pipeline.documents() as unknown as StoredRow[];
}
