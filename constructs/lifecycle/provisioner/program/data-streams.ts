import { createHash } from 'node:crypto';

import { type Client, Failure, reasonOf } from './client';
import { type Difference, inWords, leaves } from './compare';
import type { DesiredObject } from './objects';

/** Settings that an index gets when it is made and keeps. */
const FIXED =
  /^index\.(mode|number_of_shards|number_of_routing_shards|routing_|sort\.|codec|analysis\.|mapping\.source\.|time_series\.|soft_deletes|store\.)/;

/** Key of `_meta` in the mapping of an index: what the templates said when the mapping was changed last. */
const APPLIED = 'cdk8s_efk_applied';

/** A data stream and the indices behind it, of which the last is written. */
interface DataStream {
  readonly name: string;
  readonly backing_indices: readonly string[];
}

/**
 * Makes the data streams of the templates that do not exist, and applies to the others what the templates say, as far as
 * that is possible without a new index; it says what waits for the next rollover. Older indices keep what they have, but
 * follow the lifecycle policy of their stream.
 *
 * @throws Failure with the name of the data stream and Elasticsearch's reason, if it cannot be read or made
 */
export async function applyToDataStreams(
  client: Client,
  desired: readonly DesiredObject[],
  say: (line: string) => void,
): Promise<void> {
  for (const { kind, body, dataStreams = [] } of desired) {
    if (kind !== 'index template') continue;
    const existing = await matching(client, body.index_patterns);
    const names = existing.map(({ name }) => name);
    for (const name of dataStreams.filter((wanted) => !names.includes(wanted))) await create(client, name, say);
    for (const stream of existing) {
      await applySettings(client, stream, say);
      await applyOptions(client, stream, body.template ?? {}, say);
    }
  }
}

async function create(client: Client, name: string, say: (line: string) => void): Promise<void> {
  const { status, body } = await client.send('PUT', `/_data_stream/${name}`);
  // A request whose answer was lost is sent again.
  if (body.error?.type === 'resource_already_exists_exception') return;
  if (status !== 200) throw new Failure(`data stream ${name} was refused: HTTP ${status}: ${reasonOf(body)}`);
  say(`created data stream ${name}`);
}

async function matching(client: Client, patterns: readonly string[]): Promise<DataStream[]> {
  const path = `/_resolve/index/${patterns.join(',')}?expand_wildcards=open,hidden&ignore_unavailable=true`;
  const { data_streams } = await read(client, 'GET', path, `data streams ${patterns.join(', ')}`);
  return (data_streams as DataStream[]).map(({ name, backing_indices }) => ({
    name,
    backing_indices: Array.isArray(backing_indices) ? backing_indices : [backing_indices],
  }));
}

async function applySettings(client: Client, { name, backing_indices }: DataStream, say: (line: string) => void) {
  const what = `data stream ${name}`;
  const index = backing_indices.at(-1) as string;
  const { template } = await read(client, 'POST', `/_index_template/_simulate_index/${name}`, what);
  const all = await read(client, 'GET', `/${name}/_settings?flat_settings=true`, what);
  const mappings = (await read(client, 'GET', `/${index}/_mapping`, what))[index].mappings;
  const settings = settingsOf(template);

  const changed = missing(settings, leaves(all[index].settings));
  const later = changed.filter(({ path }) => FIXED.test(path));
  const now = changed.filter(({ path }) => !FIXED.test(path));
  later.push(...(await putSettings(client, index, now, what, say)));
  for (const older of backing_indices.slice(0, -1)) {
    const policy = missing(settings, leaves(all[older]?.settings ?? {})).filter(
      ({ path }) => path === 'index.lifecycle.name',
    );
    await putSettings(client, older, policy, `index ${older}`, say);
  }
  later.push(...(await applyMappings(client, index, template.mappings ?? {}, mappings, what, say)));
  if (later.length === 0) return;
  say(
    [
      `${what}: from its next rollover (POST /${name}/_rollover makes one)`,
      ...later.map((l) => `  ${inWords(l)}`),
    ].join('\n'),
  );
}

/** @returns what Elasticsearch does not change on an index that exists */
async function putSettings(
  client: Client,
  index: string,
  changes: readonly Difference[],
  what: string,
  say: (line: string) => void,
): Promise<readonly Difference[]> {
  if (changes.length === 0) return [];
  const body = Object.fromEntries(changes.map(({ path, to }) => [path, listOrText(to)]));
  const { status, body: answer } = await client.send('PUT', `/${index}/_settings`, body);
  if (status === 400) return changes;
  if (status !== 200) throw new Failure(`${what} was not changed: HTTP ${status}: ${reasonOf(answer)}`);
  say([`changed ${what}`, ...changes.map((change) => `  ${inWords(change)}`)].join('\n'));
  return [];
}

/** @returns what Elasticsearch does not change in a mapping that exists */
async function applyMappings(
  client: Client,
  index: string,
  // biome-ignore lint/suspicious/noExplicitAny: mappings of any form
  wanted: any,
  // biome-ignore lint/suspicious/noExplicitAny: mappings of any form
  actual: any,
  what: string,
  say: (line: string) => void,
): Promise<readonly Difference[]> {
  const { _meta: meta, ...mappings } = wanted;
  const fingerprint = fingerprintOf(mappings);
  const changes = missing(leaves(mappings), leaves(actual));
  if (changes.length === 0 || actual._meta?.[APPLIED] === fingerprint) return [];
  // The type of a field that has documents cannot change; a request with one such field would be refused as a whole.
  const conflicts = changes.filter(({ path, from }) => /(^|\.)type$/.test(path) && from !== undefined);
  if (conflicts.length > 0) return changes;

  const body = { ...mappings, _meta: { ...actual._meta, ...meta, [APPLIED]: fingerprint } };
  const { status, body: answer } = await client.send('PUT', `/${index}/_mapping`, body);
  if (status === 400) return changes;
  if (status !== 200) throw new Failure(`${what} was not changed: HTTP ${status}: ${reasonOf(answer)}`);
  say(
    [
      `changed ${what}`,
      ...changes.map((change) => `  ${inWords({ ...change, path: `mappings.${change.path}` })}`),
    ].join('\n'),
  );
  return [];
}

/** Lifecycle and failure store belong to the stream: its template gives them only when the stream is made. */
async function applyOptions(
  client: Client,
  { name }: DataStream,
  // biome-ignore lint/suspicious/noExplicitAny: part of a template
  { lifecycle, data_stream_options: options }: any,
  say: (line: string) => void,
) {
  for (const [part, desired] of [
    ['lifecycle', lifecycle],
    ['options', options],
  ]) {
    if (!desired) continue;
    const path = `/_data_stream/${name}/_${part}`;
    const { status, body } = await client.send('GET', path);
    if (status !== 200) {
      say(`data stream ${name}: ${part} cannot be read: HTTP ${status}: ${reasonOf(body)}`);
      continue;
    }
    const changes = missing(leaves(desired), leaves(body.data_streams[0]?.[part] ?? {}));
    if (changes.length === 0) continue;
    const { status: put, body: answer } = await client.send('PUT', path, desired);
    if (put !== 200) throw new Failure(`data stream ${name}: ${part} was refused: HTTP ${put}: ${reasonOf(answer)}`);
    say(
      [`changed data stream ${name}`, ...changes.map((c) => `  ${inWords({ ...c, path: `${part}.${c.path}` })}`)].join(
        '\n',
      ),
    );
  }
}

/** What `wanted` has and `actual` has not, or otherwise; what only `actual` has is not ours. */
function missing(wanted: ReadonlyMap<string, string>, actual: ReadonlyMap<string, string>): Difference[] {
  return [...wanted]
    .filter(([path, to]) => to !== '{}' && actual.get(path) !== to)
    .map(([path, to]) => ({ path, from: actual.get(path), to }));
}

async function read(client: Client, method: 'GET' | 'POST', path: string, what: string) {
  const { status, body } = await client.send(method, path);
  if (status !== 200) throw new Failure(`${what} cannot be read: HTTP ${status}: ${reasonOf(body)}`);
  return body;
}

/** A list that was made a text for comparison, as a list again. */
function listOrText(value: string | undefined): unknown {
  return value?.startsWith('[') ? JSON.parse(value) : value;
}

function fingerprintOf(mappings: object): string {
  const text = [...leaves(mappings)].map((leaf) => leaf.join('=')).sort();
  return createHash('sha256').update(text.join('\n')).digest('hex').slice(0, 16);
}

/** Settings by their full names, e.g. `index.number_of_replicas`. */
function settingsOf(template: { readonly settings?: object }): ReadonlyMap<string, string> {
  const prefix = 'template.settings.';
  const all = leaves({ template: { settings: template.settings ?? {} } });
  return new Map(
    [...all].flatMap(([path, value]) => (path.startsWith(prefix) ? [[path.slice(prefix.length), value]] : [])),
  );
}
