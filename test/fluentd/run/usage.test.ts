import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

import { endProcessTree } from '../../../local/processes';
import { usage } from './usage';

test('children count', async () => {
  const work = 'const end = Date.now() + 500; while (Date.now() < end); console.log(1); setTimeout(() => {}, 60000)';
  const child = spawn('sh', ['-c', `"${process.execPath}" -e "${work}"; true`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    await once(child.stdout, 'data');
    const { cpuSeconds, memory } = usage(child.pid ?? 0);
    expect(cpuSeconds).toBeGreaterThan(0.3);
    expect(cpuSeconds).toBeLessThan(5);
    expect(memory).toBeGreaterThan(20);
  } finally {
    endProcessTree(child.pid ?? 0);
  }
});

test('a process that is not there takes nothing', () => {
  expect(usage(2 ** 30)).toEqual({ cpuSeconds: 0, memory: 0 });
});
