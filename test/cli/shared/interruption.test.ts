import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { temporaryFolder } from '../../temporary-folder';

const CLI = join(__dirname, '../../../cli/shared');

/** A program that is interrupted when it prints `ready`, and every `pause` milliseconds after that. */
function interrupted(command: string, signals: NodeJS.Signals[], pause = 700) {
  const file = join(temporaryFolder(), 'program.ts');
  writeFileSync(
    file,
    `import { interruptible } from '${CLI}/interruption';\nvoid interruptible('run it again', async (interruption) => {\n${command}\n});\n`,
  );
  return new Promise<{ code: number | null; stderr: string; stdout: string }>((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', file], {
      cwd: CLI,
    });
    let [stdout, stderr] = ['', ''];
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (!stdout.includes('ready') && text.includes('ready')) {
        for (const [index, signal] of signals.entries()) setTimeout(() => child.kill(signal), index * pause);
      }
      stdout += text;
    });
    child.on('close', (code) => resolve({ code, stderr, stdout }));
  });
}

const ORDERLY = `await interruption.during('it saves its state', (signal) => new Promise<void>((resolve) => {
  signal.addEventListener('abort', () => setTimeout(resolve, 300));
  setInterval(() => undefined, 1000);
  console.log('ready');
}));
console.log('not reached');`;

test('work that can end in order is asked to, and the state of things is told', async () => {
  expect(await interrupted(ORDERLY, ['SIGINT'])).toEqual({
    code: 130,
    stdout: 'ready\n',
    stderr:
      '\nInterrupted: it saves its state. Once more to end at once.\nStopped; what was made stays and is recorded. run it again.\n',
  });
});

test('a second time ends it at once', async () => {
  const endless = ORDERLY.replace('setTimeout(resolve, 300)', 'undefined');

  expect(await interrupted(endless, ['SIGTERM', 'SIGTERM'])).toEqual({
    code: 143,
    stdout: 'ready\n',
    stderr: '\nInterrupted: it saves its state. Once more to end at once.\n\nInterrupted. run it again.\n',
  });
});

test('the same keystroke that arrives twice counts once', async () => {
  expect((await interrupted(ORDERLY, ['SIGINT', 'SIGINT'], 50)).stderr).toContain('Stopped; what was made stays');
});

test('outside of such work it ends at once', async () => {
  const command =
    "console.log('ready'); await new Promise((resolve) => setTimeout(resolve, 20_000)); void interruption;";

  expect(await interrupted(command, ['SIGINT'])).toEqual({
    code: 130,
    stdout: 'ready\n',
    stderr: '\nInterrupted. run it again.\n',
  });
});
