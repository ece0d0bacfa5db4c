import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { efk } from './shared/efk';

let folder: string;

const secret =
  'apiVersion: v1\nkind: Secret\nmetadata: { name: a, namespace: test }\nstringData: { password: "correct horse" }\n';
const violation =
  '[no-secret-values] Secret test/a: a Secret must not be in the manifests; name it, and make it elsewhere';
const waiver = (expires: string) =>
  `- rule: no-secret-values\n  object: Secret test/a\n  reason: It is no secret, the page says it as well.\n  expires: ${expires}\n`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lint-'));
  writeFileSync(join(folder, 'a.yaml'), secret);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('manifests of any folder are checked; violations end with 1', () => {
  const stdout = `manifests: 1 violation\n  ${violation}\n`;
  expect(efk(['lint', '.'], folder)).toEqual({ code: 1, stdout, stderr: '' });
  expect(efk(['lint', folder])).toEqual({ code: 1, stdout, stderr: '' });
  expect(JSON.parse(efk(['lint', 'a.yaml', '--json'], folder).stdout)).toEqual({
    results: [{ name: 'manifests', violations: [violation], warnings: [], waived: 0, staleWaivers: [] }],
    staleWaivers: [],
  });
});

test('the rules are listed', () => {
  const [first] = JSON.parse(efk(['lint', '--rules', '--json']).stdout).rules;
  expect(Object.keys(first)).toEqual(['name', 'severity', 'reason']);
  expect(efk(['lint', '--rules']).stdout.split('\n')[0]).toBe(`${first.name.padEnd(26)} ${first.reason}`);
});

test('the waivers of the folder count until they are over', () => {
  writeFileSync(join(folder, 'policy-waivers.yaml'), waiver('2999-12-31'));
  expect(efk(['lint', 'a.yaml'], folder)).toEqual({
    code: 0,
    stdout: 'manifests: no violation, 1 waived\n',
    stderr: '',
  });
  writeFileSync(join(folder, 'policy-waivers.yaml'), waiver('2001-12-31'));
  expect(efk(['lint', 'a.yaml'], folder)).toEqual({
    code: 1,
    stdout: `manifests: 1 violation\n  ${violation}\nwaivers: [no-secret-values] Secret test/a: the waiver is over since 2001-12-31; correct the object, or argue again\n`,
    stderr: '',
  });
  rmSync(join(folder, 'policy-waivers.yaml'));
});

test('what cannot be read is told and ends with 2', () => {
  expect(efk(['lint', 'nowhere'], folder)).toEqual({
    code: 2,
    stdout: '',
    stderr: 'error: [nowhere] must hold YAML files, got none; name a file or folder\n',
  });
  expect(efk(['lint', '--waivers', 'nowhere.yaml'])).toEqual({
    code: 2,
    stdout: '',
    stderr: "error: [--waivers] must be a file that can be read, got 'nowhere.yaml'; correct the path\n",
  });
  writeFileSync(join(folder, 'w.yaml'), '- rule: no-secret-values\n  object: Secret test/a\n  expires: soon\n');
  expect(efk(['lint', 'a.yaml', '--waivers', 'w.yaml'], folder)).toEqual({
    code: 2,
    stdout: '',
    stderr:
      "error: [w.yaml 1] reason must say why (at least 20 characters), got ''; argue it\n[w.yaml 1] expires must be a day such as 2027-03-31, got 'soon'; write one\n",
  });
  writeFileSync(join(folder, 'b.yaml'), 'a: 1\nb: [\n');
  expect(efk(['lint', 'b.yaml'], folder)).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^error: \[b\.yaml:3\] must be valid YAML, got an error: .+; correct the line\n$/),
  });
  expect(efk(['parity', 'dev', 'prod'])).toEqual({
    code: 2,
    stdout: '',
    stderr:
      "error: [environment] must be one of dev, production, staging, got 'prod'; choose one, or run `npm run synth` first\n",
  });
});

test.each(['deploy', 'constructor'])('the command %s, which does not exist, ends with 2', (name) => {
  expect(efk([name])).toEqual({
    code: 2,
    stdout: '',
    stderr: `error: unknown command '${name}'\n(--help says more)\n`,
  });
});

test('every command has examples and says its exit codes', { timeout: 120_000 }, () => {
  const help = efk(['--help']).stdout;
  const names = [...help.matchAll(/^ {2}([a-z]+) .*(?:\[options\]|<\w+>|\[\w+\])/gm)].map(([, name = '']) => name);
  expect(names).toEqual([
    'up',
    'down',
    'secrets',
    'diff',
    'lint',
    'report',
    'parity',
    'image',
    'try',
    'completion',
    'help',
  ]);
  for (const name of names.filter((known) => known !== 'help')) {
    const text = efk([name, '--help']).stdout;
    expect(text, name).toMatch(/^Exit codes: 0 /m);
    expect(text, name).toMatch(/^Examples:\n {2}\S/m);
    expect(text, name).not.toContain('\u001B');
  }
});
