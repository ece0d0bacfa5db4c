import { expect, test } from 'vitest';

import { dumpSchemas } from '../../codegen/fluentd/dump';
import { readSchemas } from '../../codegen/fluentd/schema';
import { findFluentd, missingFluentd } from '../../local/fluentd';
import { readLock } from '../../local/fluentd/gems';

const { ofImage } = readLock();
const isOfImage = (gem: string) => gem === 'efk' || ofImage.includes(gem);

test('the dumps that are committed are what Fluentd says; if not, run: npm run generate -- --dump', async () => {
  // One that is installed may have further plugins.
  const dumped = Object.entries(await dumpSchemas(await findFluentd({ report: console.log })));
  const committed = Object.entries(readSchemas()).filter(([gem]) => isOfImage(gem));

  expect(Object.fromEntries(dumped.filter(([gem]) => isOfImage(gem)))).toEqual(Object.fromEntries(committed));
});

test('so are those of further outputs', async ({ skip }) => {
  if (await missingFluentd({ furtherGems: true })) skip();
  const dumped = await dumpSchemas(await findFluentd({ furtherGems: true, report: console.log }));
  const committed = Object.entries(readSchemas()).filter(([gem]) => !isOfImage(gem));

  expect(dumped).toMatchObject(Object.fromEntries(committed));
});
