import { version } from '../../package.json';
import { ROOT } from '../root';
import { release } from './release';

/** What `npm run changelog` runs; `npm version` runs it too, between the new version and its commit. */
try {
  release(ROOT, version, new Date().toISOString().slice(0, 10));
  console.log(`CHANGELOG.md has ${version}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
