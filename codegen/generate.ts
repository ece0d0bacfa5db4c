import { parseArgs } from 'node:util';
import { OperatorError } from '../local/errors';
import { findFluentd } from '../local/fluentd';
import { dumpSchemas, writeSchemas } from './fluentd/dump';
import { generatedFiles, writeStale } from './generated-files';
import { ROOT } from './root';

/**
 * What `npm run generate` runs: writes the generated files that are not as they should be, and says which. With `--dump`
 * the real Fluentd is asked first what its plugins and ours take.
 */
async function generate(): Promise<void> {
  const { dump } = parseArgs({ options: { dump: { type: 'boolean', default: false } } }).values;
  if (dump) {
    const report = console.log;
    const [image, further] = [await findFluentd({ report }), await findFluentd({ report, furtherGems: true })];
    writeSchemas({ ...(await dumpSchemas(further)), ...(await dumpSchemas(image)) });
  }
  for (const path of writeStale(ROOT, generatedFiles())) console.log(path);
}

generate().catch((error: unknown) => {
  console.error(error instanceof OperatorError ? error.message : error);
  process.exitCode = 1;
});
