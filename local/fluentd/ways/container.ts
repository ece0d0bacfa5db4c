import { OperatorError } from '../../errors';
import { run } from '../../run';
import { onPath } from '../../toolchain/find';
import { ContainerPlace, type ContainerRuntime } from '../container';
import { GEM_FILES } from '../gems/files.generated';
import type { Way } from '../place';
import { type Context, withProgress } from './context';

/** Programs that run containers. */
const RUNTIMES = ['docker', 'podman', 'nerdctl'] as const;

/** Longest time that a runtime may take to answer, and a registry to describe an image. In seconds. */
const TIMEOUT = 30;

/** How long it takes to download the image. In minutes. */
const PULL_MINUTES = 2;

/** The pinned image, run by a container runtime on the network of this machine. */
export async function containerWay(context: Context): Promise<Way> {
  const wanted = `a container runtime that answers (${RUNTIMES.join(', ')})`;
  if (context.testGems || context.gemFiles !== GEM_FILES) {
    return { state: 'missing', reason: 'an image with the gems that tests need' };
  }
  // On other systems containers run in a virtual machine, whose network is another.
  if (context.platform !== 'linux') return { state: 'missing', reason: `${wanted} on Linux` };
  const program = await answering(context);
  if (program === undefined) return { state: 'missing', reason: wanted };

  const { environment } = context;
  // Not every runtime knows the registry that a name without one means.
  const runtime: ContainerRuntime = { program, environment, image: `docker.io/${context.image}` };
  const ask = (...args: string[]) => run(program, [...args, runtime.image], { env: environment, timeout: TIMEOUT });
  if ((await ask('image', 'inspect')).code === 0) return { state: 'there', place: new ContainerPlace(runtime) };
  if (!program.endsWith('/nerdctl') && (await ask('manifest', 'inspect')).code !== 0) {
    return { state: 'missing', reason: `the image ${runtime.image}, which ${program} does not reach` };
  }
  return { state: 'to be had', get: (why) => pull(context, runtime, why) };
}

async function answering({ environment }: Context): Promise<string | undefined> {
  for (const name of RUNTIMES) {
    const program = onPath(name, environment);
    if (program === undefined) continue;
    const answer = await run(program, ['info'], { env: environment, timeout: TIMEOUT }).catch(() => undefined);
    if (answer?.code === 0) return program;
  }
  return undefined;
}

async function pull(context: Context, { program, environment, image }: ContainerRuntime, why: string) {
  context.report(`fluentd: ${why}; downloading ${image} with ${program}, about ${PULL_MINUTES} minutes`);
  const result = await withProgress(context, 'fluentd', PULL_MINUTES, (now) =>
    run(program, ['pull', image], { env: environment, onLine: now }),
  );
  if (result.code === 0) return new ContainerPlace({ program, environment, image });
  const lines = `${result.stdout}\n${result.stderr}`.trim().split('\n');
  throw new OperatorError(`${program} pull failed: ${lines.at(-1)}`);
}
