import { expect, test } from 'vitest';

import { dumpSchemas } from '../../codegen/fluentd/dump';
import { readSchemas } from '../../codegen/fluentd/schema';
import { findFluentd } from '../../local/fluentd';
import { readLock } from '../../local/fluentd/gems';

test('the dumps that are committed are what Fluentd says; if not, run: npm run generate -- --dump', async () => {
  const { ofImage } = readLock();
  // One that is installed may have further plugins.
  const dumped = Object.entries(await dumpSchemas(await findFluentd({ report: console.log }))).filter(
    ([gem]) => gem === 'efk' || ofImage.includes(gem),
  );

  expect(Object.fromEntries(dumped)).toEqual(readSchemas());
});
