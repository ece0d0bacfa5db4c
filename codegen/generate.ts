import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { generatedFiles } from './generated-files';
import { ROOT } from './root';

/** What `npm run generate` runs: writes the generated files that are not as they should be, and says which. */
for (const [path, text] of Object.entries(generatedFiles())) {
  const file = join(ROOT, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  writeFileSync(file, text);
  console.log(path);
}
