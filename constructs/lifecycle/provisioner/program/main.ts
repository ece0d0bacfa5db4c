import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Client, Failure } from './client';
import { applyToDataStreams } from './data-streams';
import { KINDS } from './kinds';
import { applyObject, type DesiredObject, removeOthers } from './objects';

/**
 * Makes Elasticsearch what the code says: the listed objects one after the other, then the data streams, then
 * removes what an earlier run made and the code no longer has. It stops at the first refusal; what is done stays done.
 *
 * Environment: `ELASTICSEARCH_URL`; `PROVISIONER`, the name by which objects are marked; `DEADLINE_SECONDS`, how long to
 * try again what may pass. Directories: `OBJECTS` with `requests.json` and the bodies; `CREDENTIALS` with `api_key`, or with
 * `password` and, unless it stands in `ELASTICSEARCH_USERNAME`, `username`; `TLS` with `ca.crt`, for an authority that is
 * not public.
 */
async function main(): Promise<void> {
  const started = Date.now();
  const text = (directory: string, name: string) => readFileSync(join(variable(directory), name), 'utf8');
  const client = new Client({
    url: variable('ELASTICSEARCH_URL'),
    ca: () => (process.env.TLS ? text('TLS', 'ca.crt') : undefined),
    authorization: () => {
      if (existsSync(join(variable('CREDENTIALS'), 'api_key')))
        return `ApiKey ${text('CREDENTIALS', 'api_key').trim()}`;
      const username = process.env.ELASTICSEARCH_USERNAME ?? text('CREDENTIALS', 'username').trim();
      return `Basic ${Buffer.from(`${username}:${text('CREDENTIALS', 'password').trim()}`).toString('base64')}`;
    },
    deadline: started + Number(variable('DEADLINE_SECONDS')) * 1_000,
    say,
  });
  const mark = { managed_by: 'cdk8s-efk', provisioner: variable('PROVISIONER') };
  const requests: (Omit<DesiredObject, 'body'> & { file: string })[] = JSON.parse(text('OBJECTS', 'requests.json'));
  const objects: DesiredObject[] = requests
    .map(({ file, ...object }) => ({ ...object, body: JSON.parse(text('OBJECTS', file)) }))
    .sort((a, b) => rank(a.kind) - rank(b.kind));

  let changed = 0;
  for (const object of objects) if (await applyObject(client, object, mark, say)) changed += 1;
  await applyToDataStreams(client, objects, say);
  await removeOthers(client, objects, mark, say);

  const { requests: sent, writes } = client;
  say(
    `done: ${objects.length} objects, ${changed} changed; ${sent} requests, ${writes} writes, ${Date.now() - started} ms`,
  );
}

/** Place in the order of application: what others refer to comes first. */
function rank(kind: string): number {
  return Object.keys(KINDS).indexOf(kind);
}

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Failure(`${name} must be set, got nothing; set it in the environment`);
  return value;
}

function say(line: string): void {
  console.log(line);
}

main().catch((error: Error) => {
  // A stack trace says nothing to who operates the cluster, unless the program itself is wrong.
  console.error(error instanceof Failure ? `error: ${error.message}` : error);
  process.exitCode = 1;
});
