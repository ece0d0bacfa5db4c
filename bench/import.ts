import { statSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';

import { devDependencies } from '../package.json';
import { Consumer, packed, removePacked, succeeded } from '../test/package/consumer';
import { PROGRAM, PROGRAM_WITHOUT_US } from '../test/package/programs';
import { median } from './measure';

/** What the package may cost those who install it; `npm run bench:import` fails when one is missed. */
const TARGETS = {
  /** Times the import of cdk8s-plus-28 alone. */
  importRatio: 1.2,
  /** Bytes of the tarball. */
  tarballBytes: 500_000,
  /** Seconds that the compiler needs more for a program of fifty lines than for one without us. */
  typeCheckSeconds: 1,
};

const ROUNDS = 15;
const { json } = parseArgs({ options: { json: { type: 'boolean', default: false } } }).values;

void main();

async function main(): Promise<void> {
  const tarball = await packed();
  const packages = (['typescript', '@types/node'] as const).map((name) => `${name}@${devDependencies[name]}`);
  const consumer = await Consumer.install(tarball, packages);
  try {
    const [alone, ours] = await importMilliseconds(consumer);
    const [without, withUs] = await typeCheckSeconds(consumer);
    const figures = {
      importMilliseconds: { 'cdk8s-plus-28': alone, 'cdk8s-efk': ours },
      importRatio: ours / alone,
      tarballBytes: statSync(tarball).size,
      typeCheckSeconds: withUs - without,
    };
    const missed = (Object.keys(TARGETS) as (keyof typeof TARGETS)[]).filter((name) => figures[name] > TARGETS[name]);
    console.log(
      json
        ? JSON.stringify({ ...figures, targets: TARGETS, missed }, null, 2)
        : [
            `node ${process.version}, ${cpus().length} x ${cpus()[0]?.model}`,
            `import: cdk8s-plus-28 ${alone.toFixed(0)} ms, cdk8s-efk ${ours.toFixed(0)} ms: ${figures.importRatio.toFixed(2)} times (at most ${TARGETS.importRatio})`,
            `tarball: ${figures.tarballBytes} bytes (at most ${TARGETS.tarballBytes})`,
            `type check: ${without.toFixed(2)} s without, ${withUs.toFixed(2)} s with: ${figures.typeCheckSeconds.toFixed(2)} s more (at most ${TARGETS.typeCheckSeconds})`,
          ].join('\n'),
    );
    if (missed.length > 0) process.exitCode = 1;
  } finally {
    consumer.remove();
    removePacked(tarball);
  }
}

/** Medians of new processes that take turns; the start of Node itself is not counted. */
async function importMilliseconds(consumer: Consumer): Promise<[number, number]> {
  const samples: [number[], number[]] = [[], []];
  const modules = ['cdk8s-plus-28', 'cdk8s-efk'] as const;
  for (const [index, module] of modules.entries()) {
    consumer.write(
      `import-${index}.js`,
      `const t = performance.now(); require('${module}'); console.log(performance.now() - t);`,
    );
  }
  for (let round = 0; round <= ROUNDS; round++) {
    for (const index of modules.keys() as IterableIterator<0 | 1>) {
      const milliseconds = Number(succeeded(await consumer.node(`import-${index}.js`)));
      // The first round fills the cache of the file system.
      if (round > 0) samples[index].push(milliseconds);
    }
  }
  return [median(samples[0]), median(samples[1])];
}

/** Medians of the compiler's own total, in turns. */
async function typeCheckSeconds(consumer: Consumer): Promise<[number, number]> {
  const samples: [number[], number[]] = [[], []];
  consumer.write('check-0.ts', PROGRAM_WITHOUT_US);
  consumer.write('check-1.ts', PROGRAM);
  const options = [
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--target',
    'es2022',
    '--module',
    'node16',
    '--diagnostics',
  ];
  for (let round = 0; round < 5; round++) {
    for (const index of [0, 1] as const) {
      const output = succeeded(await consumer.run('.bin/tsc', ...options, '--types', 'node', `check-${index}.ts`));
      samples[index].push(Number(/Total time:\s+([\d.]+)s/.exec(output)?.[1]));
    }
  }
  return [median(samples[0]), median(samples[1])];
}
