import { join } from 'node:path';
import { expect, test } from 'vitest';

import { generatedModule, PROGRAM_FOLDER } from './compile';

test('the program that is committed is the one that its sources say', async () => {
  await expect(generatedModule()).toMatchFileSnapshot(join(PROGRAM_FOLDER, '../program.generated.ts'));
});
