// Made from program/*.ts by `npm run generate`; do not edit.

/** The program of the job as JavaScript, by file name; it needs Node.js and nothing else. */
export const PROGRAM: Readonly<Record<string, string>> = {
  'client.js': `"use strict";
exports.Client = exports.Failure = void 0;
exports.reasonOf = reasonOf;
const node_https_1 = require("node:https");
/** A failure that trying again does not mend; its message is all that an operator needs. */
class Failure extends Error {
}
exports.Failure = Failure;
/** Errors of TLS that say: this is not the server, or not the authority, that was meant. */
const NOT_TRUSTED = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET|ALTNAME|SIGNATURE|ERR_SSL|EPROTO/;
const LONGEST_PAUSE = 16;
/**
 * Sends requests to Elasticsearch. What may pass is tried again until the deadline, with growing pauses: no connection, no
 * elected master, too many requests, and a refused password, because a rotated one reaches the nodes a minute after it
 * reaches this pod. A certificate that is not trusted is final; every other answer is the caller's.
 */
class Client {
    connection;
    /** Requests that were answered. */
    requests = 0;
    /** Those among them that could change something. */
    writes = 0;
    constructor(connection) {
        this.connection = connection;
    }
    /** @throws Failure when time is up, or the server is not trusted */
    async send(method, path, body) {
        for (let pause = 1;; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
            const problem = await this.attempt(method, path, body);
            if (typeof problem !== 'string')
                return problem;
            if (Date.now() + pause * 1_000 > this.connection.deadline) {
                throw new Failure(\`\${method} \${path}: gave up; \${problem}\`);
            }
            this.connection.say(\`waiting \${pause} s: \${problem}\`);
            await new Promise((resolve) => setTimeout(resolve, pause * 1_000));
        }
    }
    /** The answer, or why it may be worth to try again. */
    async attempt(method, path, body) {
        const { url } = this.connection;
        try {
            const answer = await this.once(method, path, body);
            const { status } = answer;
            if (status === 401 || status === 429 || status >= 500)
                return \`HTTP \${status}: \${reasonOf(answer.body)}\`;
            this.requests += 1;
            // The simulation of a template is a POST that changes nothing.
            if (method !== 'GET' && !path.includes('/_simulate'))
                this.writes += 1;
            return answer;
        }
        catch (error) {
            const { code = '', message } = error;
            if (NOT_TRUSTED.test(code))
                throw new Failure(\`no trusted connection to \${url}: \${code}: \${message}\`);
            return \`no connection to \${url}: \${message || code}\`;
        }
    }
    once(method, path, body) {
        const { url, ca, authorization } = this.connection;
        const text = body === undefined ? undefined : JSON.stringify(body);
        return new Promise((resolve, reject) => {
            const sent = (0, node_https_1.request)(new URL(path, url), {
                method,
                ca: ca(),
                timeout: 60_000,
                headers: {
                    authorization: authorization(),
                    accept: 'application/json',
                    ...(text && { 'content-type': 'application/json' }),
                },
            }, (response) => {
                const chunks = [];
                response.on('data', (chunk) => chunks.push(chunk));
                response.on('error', reject);
                response.on('end', () => {
                    resolve({ status: response.statusCode ?? 0, body: parsed(Buffer.concat(chunks).toString()) });
                });
            });
            sent.on('timeout', () => sent.destroy(new Error('no answer within 60 s')));
            sent.on('error', reject);
            sent.end(text);
        });
    }
}
exports.Client = Client;
/** Elasticsearch's own words for a refusal, with what caused it. */
function reasonOf(body) {
    const { error } = (body ?? {});
    if (error === undefined)
        return typeof body === 'string' ? body : JSON.stringify(body);
    return typeof error === 'string' ? error : reasons(error).join(': ');
}
function reasons({ reason, caused_by }) {
    return [...(reason ? [reason] : []), ...(caused_by ? reasons(caused_by) : [])];
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
}
`,
  'compare.js': `"use strict";
exports.differences = differences;
exports.inWords = inWords;
exports.leaves = leaves;
/** Every difference in meaning: order of keys, \`1\` and \`"1"\`, and dotted and nested settings are the same. */
function differences(desired, actual, defaults = []) {
    const wanted = leaves(desired, defaults);
    const found = leaves(actual, defaults);
    return [...new Set([...wanted.keys(), ...found.keys()])]
        .filter((path) => wanted.get(path) !== found.get(path))
        .sort()
        .map((path) => ({ path, from: found.get(path), to: wanted.get(path) }));
}
/** A difference in words, e.g. \`policy.phases.delete.min_age: 30d -> 60d\`. */
function inWords({ path, from, to }) {
    return \`\${path}: \${from ?? 'nothing'} -> \${to ?? 'nothing'}\`;
}
/** Values by place. An object is at its own place too: an action without parameters is \`{}\`. */
function leaves(value, defaults = []) {
    const found = new Map();
    collect(value, [], found);
    for (const [path, text] of [...found]) {
        if (defaults.some(([place, meansNothing]) => place.test(path) && meansNothing.test(text)))
            found.delete(path);
    }
    return found;
}
function collect(value, path, found) {
    if (!isObject(value)) {
        // A key that is null is a key that is not there.
        if (value !== null && value !== undefined)
            found.set(path.join('.'), text(value));
        return;
    }
    const inSettings = path.includes('settings');
    if (path.length > 0 && !inSettings)
        found.set(path.join('.'), '{}');
    for (const [key, inner] of Object.entries(value))
        collect(inner, [...path, ...steps(key, path)], found);
}
/** \`number_of_shards\`, \`index.number_of_shards\` and \`{ index: { number_of_shards } }\` are one setting of a template. */
function steps(key, path) {
    if (path.at(-1) !== 'settings' || path.at(-2) !== 'template')
        return [key];
    return key === 'index' || key.startsWith('index.') ? [key] : ['index', key];
}
/** Lists in their order; keys of objects in them sorted. */
function text(value) {
    return Array.isArray(value) ? JSON.stringify(value.map(sorted)) : String(value);
}
function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (!isObject(value))
        return value;
    return Object.fromEntries(Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, sorted(inner)]));
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
`,
  'data-streams.js': `"use strict";
exports.applyToDataStreams = applyToDataStreams;
const node_crypto_1 = require("node:crypto");
const client_1 = require("./client");
const compare_1 = require("./compare");
/** Settings that an index gets when it is made and keeps. */
const FIXED = /^index\\.(mode|number_of_shards|number_of_routing_shards|routing_|sort\\.|codec|analysis\\.|mapping\\.source\\.|time_series\\.|soft_deletes|store\\.)/;
/** Key of \`_meta\` in the mapping of an index: what the templates said when the mapping was changed last. */
const APPLIED = 'cdk8s_efk_applied';
/**
 * Makes the data streams of the templates that do not exist, and applies to the others what the templates say, as far as
 * that is possible without a new index; it says what waits for the next rollover. Older indices keep what they have, but
 * follow the lifecycle policy of their stream.
 *
 * @throws Failure with the name of the data stream and Elasticsearch's reason, if it cannot be read or made
 */
async function applyToDataStreams(client, desired, say) {
    for (const { kind, body, dataStreams = [] } of desired) {
        if (kind !== 'index template')
            continue;
        const existing = await matching(client, body.index_patterns);
        const names = existing.map(({ name }) => name);
        for (const name of dataStreams.filter((wanted) => !names.includes(wanted)))
            await create(client, name, say);
        for (const stream of existing) {
            await applySettings(client, stream, say);
            await applyOptions(client, stream, body.template ?? {}, say);
        }
    }
}
async function create(client, name, say) {
    const { status, body } = await client.send('PUT', \`/_data_stream/\${name}\`);
    // A request whose answer was lost is sent again.
    if (body.error?.type === 'resource_already_exists_exception')
        return;
    if (status !== 200)
        throw new client_1.Failure(\`data stream \${name} was refused: HTTP \${status}: \${(0, client_1.reasonOf)(body)}\`);
    say(\`created data stream \${name}\`);
}
async function matching(client, patterns) {
    const path = \`/_resolve/index/\${patterns.join(',')}?expand_wildcards=open,hidden&ignore_unavailable=true\`;
    const { data_streams } = await read(client, 'GET', path, \`data streams \${patterns.join(', ')}\`);
    return data_streams.map(({ name, backing_indices }) => ({
        name,
        backing_indices: Array.isArray(backing_indices) ? backing_indices : [backing_indices],
    }));
}
async function applySettings(client, { name, backing_indices }, say) {
    const what = \`data stream \${name}\`;
    const index = backing_indices.at(-1);
    const { template } = await read(client, 'POST', \`/_index_template/_simulate_index/\${name}\`, what);
    const all = await read(client, 'GET', \`/\${name}/_settings?flat_settings=true\`, what);
    const mappings = (await read(client, 'GET', \`/\${index}/_mapping\`, what))[index].mappings;
    const settings = settingsOf(template);
    const changed = missing(settings, (0, compare_1.leaves)(all[index].settings));
    const later = changed.filter(({ path }) => FIXED.test(path));
    const now = changed.filter(({ path }) => !FIXED.test(path));
    later.push(...(await putSettings(client, index, now, what, say)));
    for (const older of backing_indices.slice(0, -1)) {
        const policy = missing(settings, (0, compare_1.leaves)(all[older]?.settings ?? {})).filter(({ path }) => path === 'index.lifecycle.name');
        await putSettings(client, older, policy, \`index \${older}\`, say);
    }
    later.push(...(await applyMappings(client, index, template.mappings ?? {}, mappings, what, say)));
    if (later.length === 0)
        return;
    say([
        \`\${what}: from its next rollover (POST /\${name}/_rollover makes one)\`,
        ...later.map((l) => \`  \${(0, compare_1.inWords)(l)}\`),
    ].join('\\n'));
}
/** @returns what Elasticsearch does not change on an index that exists */
async function putSettings(client, index, changes, what, say) {
    if (changes.length === 0)
        return [];
    const body = Object.fromEntries(changes.map(({ path, to }) => [path, listOrText(to)]));
    const { status, body: answer } = await client.send('PUT', \`/\${index}/_settings\`, body);
    if (status === 400)
        return changes;
    if (status !== 200)
        throw new client_1.Failure(\`\${what} was not changed: HTTP \${status}: \${(0, client_1.reasonOf)(answer)}\`);
    say([\`changed \${what}\`, ...changes.map((change) => \`  \${(0, compare_1.inWords)(change)}\`)].join('\\n'));
    return [];
}
/** @returns what Elasticsearch does not change in a mapping that exists */
async function applyMappings(client, index, 
wanted, 
actual, what, say) {
    const { _meta: meta, ...mappings } = wanted;
    const fingerprint = fingerprintOf(mappings);
    const changes = missing((0, compare_1.leaves)(mappings), (0, compare_1.leaves)(actual));
    if (changes.length === 0 || actual._meta?.[APPLIED] === fingerprint)
        return [];
    // The type of a field that has documents cannot change; a request with one such field would be refused as a whole.
    const conflicts = changes.filter(({ path, from }) => /(^|\\.)type$/.test(path) && from !== undefined);
    if (conflicts.length > 0)
        return changes;
    const body = { ...mappings, _meta: { ...actual._meta, ...meta, [APPLIED]: fingerprint } };
    const { status, body: answer } = await client.send('PUT', \`/\${index}/_mapping\`, body);
    if (status === 400)
        return changes;
    if (status !== 200)
        throw new client_1.Failure(\`\${what} was not changed: HTTP \${status}: \${(0, client_1.reasonOf)(answer)}\`);
    say([
        \`changed \${what}\`,
        ...changes.map((change) => \`  \${(0, compare_1.inWords)({ ...change, path: \`mappings.\${change.path}\` })}\`),
    ].join('\\n'));
    return [];
}
/** Lifecycle and failure store belong to the stream: its template gives them only when the stream is made. */
async function applyOptions(client, { name }, 
{ lifecycle, data_stream_options: options }, say) {
    for (const [part, desired] of [
        ['lifecycle', lifecycle],
        ['options', options],
    ]) {
        if (!desired)
            continue;
        const path = \`/_data_stream/\${name}/_\${part}\`;
        const { status, body } = await client.send('GET', path);
        if (status !== 200) {
            say(\`data stream \${name}: \${part} cannot be read: HTTP \${status}: \${(0, client_1.reasonOf)(body)}\`);
            continue;
        }
        const changes = missing((0, compare_1.leaves)(desired), (0, compare_1.leaves)(body.data_streams[0]?.[part] ?? {}));
        if (changes.length === 0)
            continue;
        const { status: put, body: answer } = await client.send('PUT', path, desired);
        if (put !== 200)
            throw new client_1.Failure(\`data stream \${name}: \${part} was refused: HTTP \${put}: \${(0, client_1.reasonOf)(answer)}\`);
        say([\`changed data stream \${name}\`, ...changes.map((c) => \`  \${(0, compare_1.inWords)({ ...c, path: \`\${part}.\${c.path}\` })}\`)].join('\\n'));
    }
}
/** What \`wanted\` has and \`actual\` has not, or otherwise; what only \`actual\` has is not ours. */
function missing(wanted, actual) {
    return [...wanted]
        .filter(([path, to]) => to !== '{}' && actual.get(path) !== to)
        .map(([path, to]) => ({ path, from: actual.get(path), to }));
}
async function read(client, method, path, what) {
    const { status, body } = await client.send(method, path);
    if (status !== 200)
        throw new client_1.Failure(\`\${what} cannot be read: HTTP \${status}: \${(0, client_1.reasonOf)(body)}\`);
    return body;
}
/** A list that was made a text for comparison, as a list again. */
function listOrText(value) {
    return value?.startsWith('[') ? JSON.parse(value) : value;
}
function fingerprintOf(mappings) {
    const text = [...(0, compare_1.leaves)(mappings)].map((leaf) => leaf.join('=')).sort();
    return (0, node_crypto_1.createHash)('sha256').update(text.join('\\n')).digest('hex').slice(0, 16);
}
/** Settings by their full names, e.g. \`index.number_of_replicas\`. */
function settingsOf(template) {
    const prefix = 'template.settings.';
    const all = (0, compare_1.leaves)({ template: { settings: template.settings ?? {} } });
    return new Map([...all].flatMap(([path, value]) => (path.startsWith(prefix) ? [[path.slice(prefix.length), value]] : [])));
}
`,
  'kinds.js': `"use strict";
exports.KINDS = void 0;
exports.marked = marked;
exports.carries = carries;
const WRITTEN_BY_SERVER = /^(version|(created|modified)_date(_millis)?)$/;
const ANYTHING = /^/;
const LIFECYCLE_ENABLED = /^template\\.(data_stream_options\\.failure_store\\.)?lifecycle\\.enabled$/;
/** All kinds, in the order in which they are applied: the opposite of that in which they are removed. */
exports.KINDS = {
    'snapshot repository': {
        path: '/_snapshot',
        current: (answer, name) => answer[name],
        names: (answer) => Object.keys(answer),
        meta: undefined,
        defaults: [[/^uuid$/, ANYTHING]],
    },
    'snapshot policy': {
        path: '/_slm/policy',
        current: (answer, name) => answer[name].policy,
        names: (answer) => Object.keys(answer),
        meta: ['config', 'metadata'],
        defaults: [],
    },
    'lifecycle policy': {
        path: '/_ilm/policy',
        current: (answer, name) => ({ policy: answer[name].policy }),
        names: (answer) => Object.keys(answer),
        meta: ['policy', '_meta'],
        defaults: [
            [/^policy\\.phases\\.[a-z]+\\.min_age$/, /^0(ms|s|m|h|d)$/],
            [/\\.actions\\.delete\\.delete_searchable_snapshot$/, /^true$/],
            [/\\.actions\\.shrink\\.allow_write_after_shrink$/, /^false$/],
            [/\\.actions\\.allocate\\.(include|exclude|require)$/, /^\\{\\}$/],
            [/\\.actions\\.searchable_snapshot\\.force_merge_index$/, /^true$/],
            [/^policy\\.deprecated$/, /^false$/],
        ],
    },
    'component template': {
        path: '/_component_template',
        current: (answer) => answer.component_templates[0].component_template,
        names: (answer) => answer.component_templates.map(({ name }) => name),
        meta: ['_meta'],
        defaults: [
            [WRITTEN_BY_SERVER, ANYTHING],
            [LIFECYCLE_ENABLED, /^true$/],
            [/^template\\.settings$/, /^\\{\\}$/],
        ],
    },
    'index template': {
        path: '/_index_template',
        current: (answer) => answer.index_templates[0].index_template,
        names: (answer) => answer.index_templates.map(({ name }) => name),
        meta: ['_meta'],
        defaults: [
            [WRITTEN_BY_SERVER, ANYTHING],
            [/^data_stream\\.(hidden|allow_custom_routing)$/, /^false$/],
            [LIFECYCLE_ENABLED, /^true$/],
            [/^composed_of$/, /^\\[\\]$/],
        ],
    },
};
/** \`body\` with \`mark\` added, if its kind has a place for it. */
function marked(body, { meta }, mark) {
    return meta ? withMark(body, meta, mark) : body;
}
function withMark(body, [key, ...rest], mark) {
    if (key === undefined)
        return { ...body, ...mark };
    return { ...body, [key]: withMark(body?.[key], rest, mark) };
}
/** Whether \`body\` carries \`mark\`. */
function carries(body, { meta }, mark) {
    if (!meta)
        return false;
    const place = meta.reduce((inner, key) => inner?.[key], body);
    return place?.managed_by === mark.managed_by && place?.provisioner === mark.provisioner;
}
`,
  'main.js': `"use strict";
const node_fs_1 = require("node:fs");
const node_path_1 = require("node:path");
const client_1 = require("./client");
const data_streams_1 = require("./data-streams");
const kinds_1 = require("./kinds");
const objects_1 = require("./objects");
/**
 * Makes Elasticsearch what the code says: the listed objects one after the other, then the data streams, then
 * removes what an earlier run made and the code no longer has. It stops at the first refusal; what is done stays done.
 *
 * Environment: \`ELASTICSEARCH_URL\`; \`PROVISIONER\`, the name by which objects are marked; \`DEADLINE_SECONDS\`, how long to
 * try again what may pass. Directories: \`OBJECTS\` with \`requests.json\` and the bodies; \`CREDENTIALS\` with \`api_key\`, or with
 * \`password\` and, unless it stands in \`ELASTICSEARCH_USERNAME\`, \`username\`; \`TLS\` with \`ca.crt\`, for an authority that is
 * not public.
 */
async function main() {
    const started = Date.now();
    const text = (directory, name) => (0, node_fs_1.readFileSync)((0, node_path_1.join)(variable(directory), name), 'utf8');
    const client = new client_1.Client({
        url: variable('ELASTICSEARCH_URL'),
        ca: () => (process.env.TLS ? text('TLS', 'ca.crt') : undefined),
        authorization: () => {
            if ((0, node_fs_1.existsSync)((0, node_path_1.join)(variable('CREDENTIALS'), 'api_key')))
                return \`ApiKey \${text('CREDENTIALS', 'api_key').trim()}\`;
            const username = process.env.ELASTICSEARCH_USERNAME ?? text('CREDENTIALS', 'username').trim();
            return \`Basic \${Buffer.from(\`\${username}:\${text('CREDENTIALS', 'password').trim()}\`).toString('base64')}\`;
        },
        deadline: started + Number(variable('DEADLINE_SECONDS')) * 1_000,
        say,
    });
    const mark = { managed_by: 'cdk8s-efk', provisioner: variable('PROVISIONER') };
    const requests = JSON.parse(text('OBJECTS', 'requests.json'));
    const objects = requests
        .map(({ file, ...object }) => ({ ...object, body: JSON.parse(text('OBJECTS', file)) }))
        .sort((a, b) => rank(a.kind) - rank(b.kind));
    let changed = 0;
    for (const object of objects)
        if (await (0, objects_1.applyObject)(client, object, mark, say))
            changed += 1;
    await (0, data_streams_1.applyToDataStreams)(client, objects, say);
    await (0, objects_1.removeOthers)(client, objects, mark, say);
    const { requests: sent, writes } = client;
    say(\`done: \${objects.length} objects, \${changed} changed; \${sent} requests, \${writes} writes, \${Date.now() - started} ms\`);
}
/** Place in the order of application: what others refer to comes first. */
function rank(kind) {
    return Object.keys(kinds_1.KINDS).indexOf(kind);
}
function variable(name) {
    const value = process.env[name];
    if (!value)
        throw new client_1.Failure(\`\${name} must be set, got nothing; set it in the environment\`);
    return value;
}
function say(line) {
    console.log(line);
}
main().catch((error) => {
    // A stack trace says nothing to who operates the cluster, unless the program itself is wrong.
    console.error(error instanceof client_1.Failure ? \`error: \${error.message}\` : error);
    process.exitCode = 1;
});
`,
  'objects.js': `"use strict";
exports.applyObject = applyObject;
exports.removeOthers = removeOthers;
const client_1 = require("./client");
const compare_1 = require("./compare");
const kinds_1 = require("./kinds");
/**
 * Makes one object what it should be and says what it did.
 *
 * @returns whether something was changed
 * @throws Failure with the name of the object and Elasticsearch's reason, if it is refused
 */
async function applyObject(client, { kind: kindName, name, path, body }, mark, say) {
    const kind = kindNamed(kindName);
    const desired = (0, kinds_1.marked)(body, kind, mark);
    const { status, body: answer } = await client.send('GET', path);
    if (status !== 200 && status !== 404) {
        throw new client_1.Failure(\`\${kindName} \${name} cannot be read: HTTP \${status}: \${(0, client_1.reasonOf)(answer)}\`);
    }
    // A repository that does not exist may be an empty answer.
    const actual = status === 200 ? kind.current(answer, name) : undefined;
    if (actual === undefined) {
        await put(client, path, desired, \`\${kindName} \${name}\`);
        say(\`created \${kindName} \${name}\`);
        return true;
    }
    const changes = (0, compare_1.differences)(desired, actual, kind.defaults);
    if (changes.length === 0) {
        say(\`unchanged \${kindName} \${name}\`);
        return false;
    }
    await put(client, path, desired, \`\${kindName} \${name}\`);
    const verb = kind.meta && !(0, kinds_1.carries)(actual, kind, mark) ? 'adopted' : 'changed';
    say([\`\${verb} \${kindName} \${name}\`, ...changes.map((change) => \`  \${(0, compare_1.inWords)(change)}\`)].join('\\n'));
    return true;
}
/**
 * Removes the objects that carry \`mark\` and are not among \`desired\`: they were made by an earlier run, and are gone from
 * the code. Kinds without a place for the mark are never removed; neither is what Elasticsearch says is in use.
 *
 * @throws Failure with the name of the object and Elasticsearch's reason, if it may not be removed
 */
async function removeOthers(client, desired, mark, say) {
    const wanted = new Set(desired.map(({ path }) => path));
    for (const [kindName, kind] of Object.entries(kinds_1.KINDS).reverse()) {
        if (!kind.meta)
            continue;
        for (const name of await ownNames(client, kindName, kind, mark, say)) {
            if (!wanted.has(\`\${kind.path}/\${name}\`))
                await remove(client, kindName, \`\${kind.path}/\${name}\`, name, say);
        }
    }
}
async function ownNames(client, kindName, kind, mark, say) {
    const { status, body } = await client.send('GET', kind.path);
    if (status === 404)
        return [];
    if (status !== 200) {
        say(\`kept every \${kindName}: cannot be listed: HTTP \${status}: \${(0, client_1.reasonOf)(body)}\`);
        return [];
    }
    return kind.names(body).filter((name) => (0, kinds_1.carries)(kind.current(only(body, name), name), kind, mark));
}
/** The answer to \`GET\` of all objects as if it had been that of one. */
function only(answer, name) {
    return Object.fromEntries(Object.entries(answer).map(([key, value]) => [
        key,
        Array.isArray(value) ? value.filter((entry) => entry.name === name) : value,
    ]));
}
async function remove(client, kindName, path, name, say) {
    const { status, body } = await client.send('DELETE', path);
    if (status === 200 || status === 404)
        say(\`removed \${kindName} \${name}: it is gone from the code\`);
    else if (status === 400 || status === 409)
        say(\`kept \${kindName} \${name}: \${(0, client_1.reasonOf)(body)}\`);
    else
        throw new client_1.Failure(\`\${kindName} \${name} cannot be removed: HTTP \${status}: \${(0, client_1.reasonOf)(body)}\`);
}
async function put(client, path, body, object) {
    const { status, body: answer } = await client.send('PUT', path, body);
    if (status >= 300)
        throw new client_1.Failure(\`\${object} was refused: HTTP \${status}: \${(0, client_1.reasonOf)(answer)}\`);
}
function kindNamed(name) {
    const kind = kinds_1.KINDS[name];
    if (!kind)
        throw new client_1.Failure(\`kind must be one of \${Object.keys(kinds_1.KINDS).join(', ')}, got '\${name}'; correct it\`);
    return kind;
}
`,
};
