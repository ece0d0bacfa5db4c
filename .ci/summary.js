// Prints what was not run, and `N passed, N failed`, from a report of vitest. Fails when a test failed, when no test was run, and
// when a suite was not run whose component can be had on this machine.
const { existsSync, readFileSync } = require('node:fs');

const [report, components] = process.argv.slice(2);
const read = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);
const files = read(report)?.testResults ?? [];
const suites = Object.values(read(components) ?? {});

const tests = files.flatMap(({ name, assertionResults }) => assertionResults.map((test) => ({ ...test, file: name })));
const count = (wanted, folder = '') =>
  tests.filter(({ status, file }) => status === wanted && file.includes(folder)).length;
const problems = [];

// A file that cannot be loaded has no test that could fail.
const broken = files.filter(
  ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
);
for (const { name, message } of broken) problems.push(`${name} failed as a whole: ${message}`);

for (const { folder, notRun, failed } of suites) {
  const ran = count('passed', `/${folder}/`) + count('failed', `/${folder}/`);
  if (notRun) console.log(notRun);
  else if (failed) problems.push(`${folder} was not run: ${failed}`);
  else if (ran === 0 && !broken.some(({ name }) => name.includes(`/${folder}/`)))
    problems.push(`${folder} was not run, though what it needs can be had`);
}

const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
const groups = new Map();
for (const { file, ancestorTitles } of skipped) {
  const group = [...ancestorTitles.filter(Boolean), file.slice(file.indexOf('/test/') + 1)].join(', ');
  groups.set(group, (groups.get(group) ?? 0) + 1);
}
for (const [group, tests] of groups) console.log(`not run here: ${tests} tests, ${group}`);
for (const problem of problems) console.log(problem);
if (tests.length === 0) console.log('no test was run');

const failed = count('failed') + problems.length;
console.log(
  `${count('passed')} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`,
);
process.exitCode = failed > 0 || tests.length === 0 || suites.length === 0 ? 1 : 0;
