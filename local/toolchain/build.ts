import { copyFile, cp, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { coerce, lt } from 'semver';
import { OperatorError } from '../errors';
import { type RunResult, run } from '../run';
import { onPath } from './find';
import type { GoModule, ToolName } from './tool';

/** How to build. */
export interface BuildOptions {
  /** Folder of the pinned modules. @default - `tools/` of this package */
  readonly modules?: string;
  /** Environment of the Go commands: `PATH`, `GOPROXY` and what else the user has set. @default - that of this process */
  readonly environment?: NodeJS.ProcessEnv;
  /** Called about every 15 seconds. @default - not called */
  readonly progress?: (seconds: number, packages: number) => void;
}

/** Time between two progress reports. In milliseconds. */
const reportEvery = 15_000;

/**
 * Builds a pinned Go module. Its `go.sum` fixes every byte that goes into it, from any proxy.
 *
 * The module is copied to `folder` first, so that nothing is ever written into this package.
 *
 * @param folder an empty temporary folder
 * @returns path of each tool's program
 * @throws OperatorError if Go is missing or too old, modules cannot be downloaded, or the build fails
 */
export async function build(
  module: GoModule,
  folder: string,
  options: BuildOptions = {},
): Promise<Map<ToolName, string>> {
  const environment = options.environment ?? process.env;
  const source = join(folder, 'source');
  const output = join(folder, 'programs');
  await cp(join(options.modules ?? join(__dirname, '..', '..', 'tools'), module.folder), source, { recursive: true });

  const go = await findGo(module, source, environment);
  const goRun = (args: string[], onLine?: (line: string) => void) =>
    run(go, args, {
      cwd: source,
      onLine,
      // GOFLAGS of the user would change the result; a workspace around the cache folder would as well.
      env: { ...environment, CGO_ENABLED: '0', GOFLAGS: '-trimpath -buildvcs=false', GOWORK: 'off' },
    });

  if (module.embeds !== undefined) {
    const listed = checked(module, await goRun(['mod', 'download', '-json', module.embeds.module]));
    const { Dir: directory } = JSON.parse(listed.stdout) as { Dir: string };
    for (const file of module.embeds.files) await copyFile(join(directory, file), join(source, basename(file)));
  }

  const ldflags = ['-s', '-w', ...module.stamps.map((stamp) => `-X ${stamp}`)].join(' ');
  // A module that embeds files has its own main package; the others name theirs in tool lines.
  const packages = module.embeds === undefined ? 'tool' : '.';
  const started = Date.now();
  let compiled = 0;
  const timer = setInterval(() => options.progress?.(Math.round((Date.now() - started) / 1000), compiled), reportEvery);
  try {
    const isPackage = (line: string) => !line.includes(' ');
    checked(
      module,
      await goRun(['build', '-v', '-ldflags', ldflags, '-o', `${output}/`, packages], (line) => {
        if (isPackage(line)) compiled += 1;
      }),
    );
  } finally {
    clearInterval(timer);
  }
  const programs = new Map<ToolName, string>();
  for (const [name, file] of Object.entries(module.provides) as [ToolName, string][])
    programs.set(name, join(output, file));
  return programs;
}

async function findGo(module: GoModule, source: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const needed = /^go (\S+)$/m.exec(await readFile(join(source, 'go.mod'), 'utf8'))?.[1] ?? '1.26';
  const install = `install Go ${needed} or newer (https://go.dev/dl) or make the download possible`;
  const go = onPath('go', environment);
  if (go === undefined)
    throw new OperatorError(`[tools/${module.folder}] building needs Go on PATH, found none; ${install}`);
  // The answer is the version that would build: a go command may fetch the newer toolchain that go.mod asks for.
  const answer = await run(go, ['env', 'GOVERSION'], { cwd: source, env: environment });
  const version = coerce(answer.stdout);
  const minimum = coerce(needed);
  if (version === null || (minimum !== null && lt(version, minimum))) {
    throw new OperatorError(
      `[tools/${module.folder}] building needs Go >= ${needed}, found ${answer.stdout.trim() || 'one that does not say its version'}; ${install}`,
    );
  }
  return go;
}

/** @throws OperatorError with the one sentence that tells what happened */
function checked(module: GoModule, result: RunResult): RunResult {
  if (result.code === 0) return result;
  const where = `[tools/${module.folder}]`;
  const said = `${result.stderr}\n${result.stdout}`;
  if (/no space left on device/i.test(said)) {
    throw new OperatorError(
      `${where} the disk is full; free about 5 GB where GOCACHE, GOMODCACHE (see \`go env\`) and TMPDIR lie`,
    );
  }
  if (/dial tcp|lookup \S+|i\/o timeout|connection refused/i.test(said)) {
    throw new OperatorError(
      `${where} Go modules cannot be downloaded (${lastLine(said)}); connect to the network or set GOPROXY to a reachable proxy`,
    );
  }
  if (/checksum mismatch|SECURITY ERROR/.test(said)) {
    throw new OperatorError(
      `${where} a Go module differs from the one recorded in go.sum (${lastLine(said)}); do not use it, ask those who run your GOPROXY`,
    );
  }
  throw new OperatorError(`${where} go build failed with exit code ${result.code}: ${lastLine(said)}`);
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}
