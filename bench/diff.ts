import { loadAll } from 'js-yaml';

import { compareManifests } from '../review/diff/compare-manifests';
import { reviewEnvironment } from '../review/summary/review';
import { medianDurations, steepestSlope } from './measure';

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
const slope = steepestSlope(results.slice(1).map(({ count, review }) => ({ x: count, y: review })));
console.log(`steepest slope ${slope.toFixed(2)} (1 is linear)`);
