import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type ChartContents, floorManifests } from './floor';

/** The floor as a process of its own: like stacks/synth.ts, without any construct of ours. */
const [contents = '', folder = ''] = process.argv.slice(2);
const environments = JSON.parse(readFileSync(contents, 'utf8')) as Record<string, ChartContents>;
for (const [name, charts] of Object.entries(environments)) {
  mkdirSync(join(folder, name), { recursive: true });
  for (const [file, text] of Object.entries(floorManifests(charts))) writeFileSync(join(folder, name, file), text);
}
