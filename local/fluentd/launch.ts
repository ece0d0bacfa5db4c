import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Socket } from 'node:net';
import { OperatorError } from '../errors';
import type { Command, Exit, Launched } from './place';
import { processesHere, tree } from './process-table';

/** Exit code of a program that was killed, and its guard with it. */
const KILLED = 137;

/**
 * Starts a program, tells its process id, and how it ended with the times of all children. Its standard input is a pipe that
 * nobody writes to: when it closes, because the caller has had enough or was killed, the whole process group ends at once.
 */
const GUARD = `
exec 4<&0
"$@" 0</dev/null 3>&- 4<&- &
program=$!
echo "$program" >&3
{ read -r _ <&4; kill -KILL 0; } >/dev/null 2>&1 3>&- &
exec 4<&-
wait "$program"
echo "$?" >&3
times >&3
`;

/**
 * Starts a program of this machine with both outputs to the end of `log`.
 *
 * @throws OperatorError if it cannot be started
 */
export async function launchHere({ program, args, env }: Command, cwd: string, log: string): Promise<Launched> {
  const output = openSync(log, 'a');
  // A process group of its own, so that the guard can end it and no Ctrl-C of the terminal reaches it.
  const guard = spawn('/bin/sh', ['-c', GUARD, 'guard', program, ...args], {
    cwd,
    env,
    detached: true,
    stdio: ['pipe', output, output, 'pipe'],
  });
  closeSync(output);
  const end = () => guard.stdin?.destroy();
  let report = '';
  const pipe = guard.stdio[3] as NodeJS.ReadableStream;
  pipe.setEncoding('utf8');

  const exited = new Promise<Exit>((resolve, reject) => {
    guard.on('error', (error) => reject(new OperatorError(`[${program}] cannot be started: ${error.message}`)));
    // Ends with the guard: nothing else holds it.
    pipe.on('end', () => {
      end();
      resolve(parseExit(report));
    });
  });
  const pid = await new Promise<number>((resolve, reject) => {
    pipe.on('data', (text: string) => {
      report += text;
      if (report.includes('\n')) resolve(Number.parseInt(report, 10));
    });
    exited.catch(reject);
  });

  return {
    pid,
    exited,
    processes: async () => tree(pid, processesHere()),
    signal: async (target, signal) => sendSignal(target, signal),
    unref() {
      guard.unref();
      for (const stream of [guard.stdin, pipe]) (stream as Socket | null)?.unref();
    },
    // The guard leads the process group.
    killNow: () => sendSignal(-(guard.pid ?? Number.NaN), 'SIGKILL'),
  };
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Reads the guard's report: process id, exit code, its own times, and those of its children, as `0m1.23s 0m0.45s`. */
function parseExit(report: string): Exit {
  const [, code, , children = ''] = report.split('\n');
  const times = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  );
  return { code: Number(code || KILLED), cpuSeconds: times.reduce((sum, time) => sum + time, 0) };
}
