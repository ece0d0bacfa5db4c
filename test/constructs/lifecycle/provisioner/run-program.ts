import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ProvisionedObject } from '../../../../constructs/lifecycle';
import { PROGRAM } from '../../../../constructs/lifecycle/provisioner';
import { fileName, requestList } from '../../../../constructs/lifecycle/provisioner/objects';

/** What the pod of the job mounts. */
export interface ProgramInput {
  /** Base URL of Elasticsearch. */
  readonly url: string;

  /** Authorities that are trusted, PEM; without them those of Node.js. */
  readonly ca?: string;

  /** User and password, or an API key, by file. */
  readonly credentials: Readonly<Record<string, string>>;

  /** What is applied. */
  readonly objects: readonly ProvisionedObject[];

  /** How long what may pass is tried again. */
  readonly deadlineSeconds?: number;

  /** Further variables. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What the program said and how it ended. */
export interface ProgramResult {
  /** Exit code. */
  readonly code: number;

  /** Standard output without the figures of the last line. */
  readonly output: string;

  /** Standard error. */
  readonly errors: string;

  /** Figures of the last line: how many requests, how many of them writes, how long. */
  readonly figures: { readonly requests: number; readonly writes: number; readonly milliseconds: number };
}

/** Runs the program as its pod does: the committed text, from files as they are mounted, in a process of its own. */
export async function runProgram(input: ProgramInput): Promise<ProgramResult> {
  const root = mkdtempSync(join(tmpdir(), 'provisioner-'));
  const write = (directory: string, files: Readonly<Record<string, string>>) => {
    mkdirSync(join(root, directory));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(root, directory, name), content);
    return join(root, directory);
  };
  const program = write('program', PROGRAM);
  const bodies = Object.fromEntries(input.objects.map((object) => [fileName(object), object.body]));
  const env = {
    PATH: process.env.PATH,
    ELASTICSEARCH_URL: input.url,
    PROVISIONER: 'provisioner',
    DEADLINE_SECONDS: String(input.deadlineSeconds ?? 5),
    OBJECTS: write('objects', { ...bodies, 'requests.json': requestList(input.objects) }),
    CREDENTIALS: write('credentials', input.credentials),
    ...(input.ca !== undefined && { TLS: write('tls', { 'ca.crt': input.ca }) }),
    ...input.env,
  };
  try {
    return await new Promise((resolve) => {
      execFile(process.execPath, [join(program, 'main.js')], { env }, (error, output, errors) => {
        const last = /^done: .*; (\d+) requests, (\d+) writes, (\d+) ms\n/m.exec(output);
        const [requests = Number.NaN, writes = Number.NaN, milliseconds = Number.NaN] = (last ?? [])
          .slice(1)
          .map(Number);
        resolve({
          code: Number(error?.code ?? 0),
          output: output.replace(/; \d+ requests, .*\n/, '\n'),
          errors,
          figures: { requests, writes, milliseconds },
        });
      });
    });
  } finally {
    rmSync(root, { recursive: true });
  }
}
