import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type RunResult, run } from '../../../local/run';

const ROOT = join(__dirname, '../../..');

function tryLines(args: readonly string[], input: string): Promise<RunResult> {
  const command = [join(ROOT, 'cli/efk.js'), 'try', 'production', '--namespace', 'payments', '--container', 'cart'];
  return run(process.execPath, [...command, ...args], { cwd: ROOT, input });
}

describe('efk try', () => {
  let result: RunResult;
  beforeAll(async () => {
    const trace = 'Exception in thread "main" shop.Failure: declined\n\tat shop.Cart.pay(Cart.java:5)\n';
    result = await tryLines([], `{"level":"error","n":18446744073709551616}\n${trace}${'x'.repeat(40_000)}`);
  });

  test('shows what every stage changed, the document and where it is stored', () => {
    const { code, stdout, stderr } = result;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`line 1 of stdout
  {"level":"error","n":18446744073709551616}
elasticsearch_fit
`);
    expect(stdout).toMatch(/^ {2}\+ json\.n +18446744073709551616$/m);
    expect(stdout).toContain('  counted as changed records, reason number\n');
    expect(stdout).toMatch(/^stored in logs-payments-default\n {4}@timestamp +\d{4}-/m);
  });

  test('shows a trace as one event, and a long line as one', () => {
    expect(result.stdout).toContain(
      'lines 2 to 3 of stdout\n  Exception in thread "main" shop.Failure: declined\n      at shop.Cart.pay(Cart.java:5)\nstored',
    );
    expect(result.stdout).toMatch(/^line 4 of stdout\n {2}x+ \.\.\. \(40,000 characters\)$/m);
    expect(result.stdout).toMatch(/\n4 lines, 3 events: 3 stored, 0 dropped\n$/);
  });

  test('is plain and not wide where there is no terminal', () => {
    expect(result.stdout).not.toContain('\u001b');
    expect(result.stdout.split('\n').filter(({ length }) => length > 120)).toEqual([]);
  });
});

test('the format of a runtime is read as it stands, for programs', async () => {
  const lines = [
    '2026-11-25T07:00:00.5Z stderr P half and ',
    '2026-11-25T07:00:00.6Z stderr F half',
    'torn',
    '2026-11-25T07:00:01Z stdout F {"a":1}',
  ];
  const { code, stdout, stderr } = await tryLines(['--cri', '--json', '-'], lines.join('\n'));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { collector, namespace, container, events, totals } = JSON.parse(stdout);
  expect({ collector, namespace, container, totals }).toEqual({
    collector: 'production',
    namespace: 'payments',
    container: 'cart',
    totals: { lines: 4, events: 3, stored: 3, sent: 0, dropped: 0, deadLetters: 0, pipelineErrors: 1 },
  });
  const outcomes = events.map(({ line, text, stream, outcome }: Record<string, unknown>) => ({
    line,
    text,
    stream,
    outcome,
  }));
  expect(outcomes).toMatchObject([
    {
      line: 1,
      text: 'half and half',
      stream: 'stderr',
      outcome: {
        kind: 'stored',
        dataStream: 'logs-payments-default',
        document: { '@timestamp': '2026-11-25T07:00:00.5Z' },
      },
    },
    { line: 3, text: 'torn', outcome: { document: { error: { message: 'not a line of a container runtime' } } } },
    { line: 4, text: '{"a":1}', stream: 'stdout', outcome: { document: { json: { a: 1 } } } },
  ]);
});
