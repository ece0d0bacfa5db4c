// Prints `N passed, N failed` from a report of vitest, and fails when a test failed or no end-to-end test ran.
const { existsSync, readFileSync } = require('node:fs');

const [report] = process.argv.slice(2);
const files = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).testResults : [];
const count = (wanted, below = '') =>
  files
    .filter(({ name }) => name.includes(below))
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === wanted).length;

const passed = count('passed');
// A file that cannot be loaded has no test that could fail.
const broken = files.filter(
  ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
);
const failed = count('failed') + broken.length;
const endToEnd = count('passed', '/test/e2e/') + count('failed', '/test/e2e/');

for (const { name, message } of broken) console.log(`${name} failed as a whole: ${message}`);
if (endToEnd === 0) console.log('No end-to-end test was run.');
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || endToEnd === 0 ? 1 : 0;
