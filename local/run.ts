import { spawn } from 'node:child_process';
import { OperatorError } from './errors';
import { endProcessTree } from './processes';

/** How to run a program. */
export interface RunOptions {
  /** Environment of the program. @default - that of this process */
  readonly env?: NodeJS.ProcessEnv;
  /** Working directory. @default - that of this process */
  readonly cwd?: string;
  /** Text for its standard input. @default - no input */
  readonly input?: string;
  /** Called with every full line of both outputs as it appears. @default - not called */
  readonly onLine?: (line: string) => void;
  /** Ends the program with SIGTERM after this long. In seconds. @default - no limit */
  readonly timeout?: number;
  /** Stops the program with SIGINT when aborted. @default - cannot be stopped */
  readonly signal?: AbortSignal;
}

/** What a program that ended has said. */
export interface RunResult {
  /** Exit code; 128 or more when a signal ended it. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program to its end.
 *
 * It gets its own process group: a Ctrl-C in the terminal reaches this process only, which then decides what to pass on.
 * When this process exits, the program and all it has started end with it.
 *
 * @throws OperatorError if the program cannot be started
 */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: options.env, cwd: options.cwd, detached: true, stdio: 'pipe' });
    const outputs = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      const lines = new Lines(options.onLine);
      child[name].setEncoding('utf8');
      child[name].on('data', (text: string) => {
        outputs[name] += text;
        lines.push(text);
      });
      child[name].on('end', () => lines.end());
    }
    const timer = options.timeout === undefined ? undefined : setTimeout(() => child.kill(), options.timeout * 1000);
    const interrupt = () => child.kill('SIGINT');
    if (options.signal?.aborted) interrupt();
    options.signal?.addEventListener('abort', interrupt);
    const endAll = () => child.pid !== undefined && endProcessTree(child.pid);
    process.once('exit', endAll);
    child.on('error', (error) => reject(new OperatorError(`[${program}] cannot be started: ${error.message}`)));
    child.on('close', (code) => {
      clearTimeout(timer);
      process.off('exit', endAll);
      options.signal?.removeEventListener('abort', interrupt);
      resolve({ code: code ?? 128, ...outputs });
    });
    // A program that ends without reading its input is not a failure of ours.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
  });
}

/** Cuts a stream of text into lines. */
class Lines {
  private rest = '';
  constructor(private readonly onLine: ((line: string) => void) | undefined) {}

  push(text: string): void {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) this.onLine?.(line);
  }

  end(): void {
    if (this.rest !== '') this.onLine?.(this.rest);
    this.rest = '';
  }
}
