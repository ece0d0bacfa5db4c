import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';

import { compareManifests } from '../review/diff/compare-manifests';
import { reviewEnvironment } from '../review/summary/review';
import { medianDurations, steepestSlope } from './measure';

/** What a difference may cost. */
const TARGETS = {
  /** `efk diff` of production, from the start of the process to its end. In ms. */
  production: 1_000,
  /** 5,000 objects, of which half differ. In ms. */
  objects: 5_000,
  /** Time by number of objects, on logarithmic scales: 1 is in proportion. */
  slope: 1.2,
};

const ROOT = join(__dirname, '..');

/** A Deployment and a ConfigMap of the size that real ones have. */
function objects(count: number, image: string): string {
  return Array.from({ length: count / 2 }, (_, index) =>
    [
      `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web-${index}\n  namespace: test\ndata:\n  web.conf: |\n${'    setting value\n'.repeat(20)}`,
      `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web-${index}\n  namespace: test\n  labels:\n    app.kubernetes.io/name: web\nspec:\n  replicas: 3\n  selector:\n    matchLabels:\n      app: web-${index}\n  template:\n    metadata:\n      labels:\n        app: web-${index}\n    spec:\n      containers:\n        - name: web\n          image: ${image}\n          env:\n            - name: A\n              value: a\n          resources:\n            requests:\n              cpu: 100m\n              memory: 128Mi\n          volumeMounts:\n            - mountPath: /etc/web\n              name: config\n      volumes:\n        - name: config\n          configMap:\n            name: web-${index}\n`,
    ].join('---\n'),
  ).join('---\n');
}

const files = (text: string) => new Map([['manifests/test/web.yaml', text]]);

/** Durations of a review in which every Deployment differs, next to parsing both sides with nothing else. */
function measure(count: number) {
  const [before, after] = [objects(count, 'web:1'), objects(count, 'web:2')];
  if (compareManifests(files(before), files(after)).changes.length !== count / 2) throw new Error('the diff is wrong');
  const rounds = count > 1_000 ? 3 : 7;
  const [review = 0, floor = 0, none = 0] = medianDurations(
    [
      () => reviewEnvironment('test', files(before), files(after)),
      () => [loadAll(before), loadAll(after)],
      () => reviewEnvironment('test', files(before), files(before)),
    ],
    rounds,
    1,
  );
  return { count, review, floor, none };
}

const results = [500, 1_000, 2_500, 5_000, 10_000].map(measure);
console.log('objects   half of them changed   parsing both sides   ratio   nothing changed');
for (const { count, review, floor, none } of results) {
  const cells = [
    `${review.toFixed(0)} ms`.padStart(22),
    `${floor.toFixed(0)} ms`.padStart(20),
    (review / floor).toFixed(2).padStart(7),
  ];
  console.log(`${String(count).padStart(7)} ${cells.join(' ')} ${`${none.toFixed(0)} ms`.padStart(17)}`);
}
// From 1,000 to 10,000 objects: between neighbours, what else the machine does counts for more than the objects.
const ends = results.filter(({ count }) => count === 1_000 || count === 10_000);
const slope = steepestSlope(ends.map(({ count, review }) => ({ x: count, y: review })));
console.log(`slope ${slope.toFixed(2)} (1 is linear; at most ${TARGETS.slope})`);
const production = productionMilliseconds();
console.log(`efk diff of production, the whole process: ${production.toFixed(0)} ms (at most ${TARGETS.production})`);

const large = results.find(({ count }) => count === 5_000)?.review ?? Number.POSITIVE_INFINITY;
const isMet = production <= TARGETS.production && large <= TARGETS.objects && slope <= TARGETS.slope;
console.log(isMet ? 'Every target is met.' : 'MISSED a target.');
process.exitCode = isMet ? 0 : 1;

/** A change of every image of production, in a repository of its own. */
function productionMilliseconds(): number {
  const folder = mkdtempSync(join(tmpdir(), 'bench-diff-'));
  try {
    const manifests = join(folder, 'manifests/production');
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', ...args], { cwd: folder });
    cpSync(join(ROOT, 'manifests/production'), manifests, { recursive: true });
    git('init', '--quiet', '--initial-branch', 'main');
    git('add', '.');
    git('commit', '--quiet', '--message', 'base');
    for (const file of readdirSync(manifests)) {
      const path = join(manifests, file);
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/^( +image: .*)$/gm, '$1-changed'));
    }
    const efk = () => execFileSync(process.execPath, [join(ROOT, 'cli/efk.js'), 'diff', 'main'], { cwd: folder });
    if (!efk().toString().includes('rolling restart')) throw new Error('the diff is wrong');
    const [milliseconds = Number.NaN] = medianDurations([efk], 7, 1);
    return milliseconds;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
