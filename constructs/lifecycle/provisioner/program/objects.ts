import { type Client, Failure, reasonOf } from './client';
import { differences, inWords } from './compare';
import { carries, KINDS, type Kind, type Mark, marked } from './kinds';

/** An object as it should be. */
export interface DesiredObject {
  /** One of `KINDS`. */
  readonly kind: string;

  /** Name in Elasticsearch. */
  readonly name: string;

  /** Path in the HTTP API. */
  readonly path: string;

  // biome-ignore lint/suspicious/noExplicitAny: a body of Elasticsearch, whose form its own API defines
  readonly body: any;

  /** Data streams that an index template is for. */
  readonly dataStreams?: readonly string[];
}

/**
 * Makes one object what it should be and says what it did.
 *
 * @returns whether something was changed
 * @throws Failure with the name of the object and Elasticsearch's reason, if it is refused
 */
export async function applyObject(
  client: Client,
  { kind: kindName, name, path, body }: DesiredObject,
  mark: Mark,
  say: (line: string) => void,
): Promise<boolean> {
  const kind = kindNamed(kindName);
  const desired = marked(body, kind, mark);
  const { status, body: answer } = await client.send('GET', path);
  if (status !== 200 && status !== 404) {
    throw new Failure(`${kindName} ${name} cannot be read: HTTP ${status}: ${reasonOf(answer)}`);
  }

  // A repository that does not exist may be an empty answer.
  const actual = status === 200 ? kind.current(answer, name) : undefined;
  if (actual === undefined) {
    await put(client, path, desired, `${kindName} ${name}`);
    say(`created ${kindName} ${name}`);
    return true;
  }
  const changes = differences(desired, actual, kind.defaults);
  if (changes.length === 0) {
    say(`unchanged ${kindName} ${name}`);
    return false;
  }
  await put(client, path, desired, `${kindName} ${name}`);
  const verb = kind.meta && !carries(actual, kind, mark) ? 'adopted' : 'changed';
  say([`${verb} ${kindName} ${name}`, ...changes.map((change) => `  ${inWords(change)}`)].join('\n'));
  return true;
}

/**
 * Removes the objects that carry `mark` and are not among `desired`: they were made by an earlier run, and are gone from
 * the code. Kinds without a place for the mark are never removed; neither is what Elasticsearch says is in use.
 *
 * @throws Failure with the name of the object and Elasticsearch's reason, if it may not be removed
 */
export async function removeOthers(
  client: Client,
  desired: readonly DesiredObject[],
  mark: Mark,
  say: (line: string) => void,
): Promise<void> {
  const wanted = new Set(desired.map(({ path }) => path));
  for (const [kindName, kind] of Object.entries(KINDS).reverse()) {
    if (!kind.meta) continue;
    for (const name of await ownNames(client, kindName, kind, mark, say)) {
      if (!wanted.has(`${kind.path}/${name}`)) await remove(client, kindName, `${kind.path}/${name}`, name, say);
    }
  }
}

async function ownNames(
  client: Client,
  kindName: string,
  kind: Kind,
  mark: Mark,
  say: (line: string) => void,
): Promise<string[]> {
  const { status, body } = await client.send('GET', kind.path);
  if (status === 404) return [];
  if (status !== 200) {
    say(`kept every ${kindName}: cannot be listed: HTTP ${status}: ${reasonOf(body)}`);
    return [];
  }
  return kind.names(body).filter((name) => carries(kind.current(only(body, name), name), kind, mark));
}

/** The answer to `GET` of all objects as if it had been that of one. */
// biome-ignore lint/suspicious/noExplicitAny: answers of Elasticsearch, one form per kind
function only(answer: any, name: string): any {
  return Object.fromEntries(
    Object.entries(answer).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.filter((entry) => entry.name === name) : value,
    ]),
  );
}

async function remove(client: Client, kindName: string, path: string, name: string, say: (line: string) => void) {
  const { status, body } = await client.send('DELETE', path);
  if (status === 200 || status === 404) say(`removed ${kindName} ${name}: it is gone from the code`);
  else if (status === 400 || status === 409) say(`kept ${kindName} ${name}: ${reasonOf(body)}`);
  else throw new Failure(`${kindName} ${name} cannot be removed: HTTP ${status}: ${reasonOf(body)}`);
}

async function put(client: Client, path: string, body: unknown, object: string): Promise<void> {
  const { status, body: answer } = await client.send('PUT', path, body);
  if (status >= 300) throw new Failure(`${object} was refused: HTTP ${status}: ${reasonOf(answer)}`);
}

function kindNamed(name: string): Kind {
  const kind = KINDS[name];
  if (!kind) throw new Failure(`kind must be one of ${Object.keys(KINDS).join(', ')}, got '${name}'; correct it`);
  return kind;
}
