import { type runtime as Runtime, runtime } from '@pulumi/pulumi';

/** A resource that a program has registered. */
export interface Registered {
  readonly type: string;
  readonly name: string;

  /** Its inputs, without marks of secrets. */
  readonly inputs: Record<string, unknown>;

  /** Paths of those inputs that are secret, such as `stringData`. */
  readonly secrets: readonly string[];

  /** URN of the provider, or nothing. */
  readonly provider: string;

  /** What was complete when it was registered. */
  readonly after: readonly string[];
}

/** Answers of the engine: outputs by type of resource; a resource of another type has its inputs as outputs. */
export type Answers = Readonly<Record<string, Record<string, unknown>>>;

/**
 * Runs a Pulumi program without engine, provider or cluster.
 *
 * @returns every resource that it registers
 */
export async function run(program: () => unknown, preview = false, answers: Answers = {}): Promise<Registered[]> {
  const registered: Registered[] = [];
  const complete: string[] = [];
  const mocks: Runtime.Mocks = {
    call: ({ inputs }) => inputs,
    newResource: async ({ type, name, inputs, provider = '' }) => {
      registered.push({
        type,
        name,
        inputs: plain(inputs),
        secrets: secretsIn(inputs),
        provider: provider.split('::')[3] ?? '',
        after: [...complete],
      });
      // A resource that does not wait for this one is registered before it is complete.
      await new Promise((resolve) => setTimeout(resolve, 5));
      complete.push(name);
      const state = type === 'pulumi:index:Stash' ? { output: inputs.input, ...inputs } : inputs;
      return { id: `${name}-id`, state: answers[type] ?? state };
    },
  };
  await runtime.setMocks(mocks, 'project', 'stack', preview);
  try {
    await program();
  } finally {
    await runtime.disconnect();
  }
  return registered;
}

/** The resource whose name ends like that. */
export function named(registered: readonly Registered[], ending: string): Registered {
  const found = registered.filter(({ name }) => name.endsWith(ending));
  if (found.length !== 1) throw new Error(`${found.length} of ${registered.map(({ name }) => name).join(', ')}`);
  return found[0] as Registered;
}

/** Key of the mark of a wrapped value; a secret has the other one as its value. */
const SIGNATURE = '4dabf18193072939515e22adb298388d';
const SECRET = '1b47061264138c4ac30d75fd1eb44270';

function secretsIn(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ((value as Record<string, unknown>)[SIGNATURE] === SECRET) return [path.join('.')];
  return Object.entries(value).flatMap(([key, item]) => secretsIn(item, [...path, key]));
}

/** Values without the wrapping that marks secrets. */
function plain(value: unknown): never {
  if (Array.isArray(value)) return value.map(plain) as never;
  if (typeof value !== 'object' || value === null) return value as never;
  const { value: wrapped, ...fields } = value as Record<string, unknown>;
  if (Object.keys(fields).some((key) => /^[0-9a-f]{32}$/.test(key))) return plain(wrapped);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)])) as never;
}
