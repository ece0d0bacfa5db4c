import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';

import { reviewJson } from '../../../review/summary/json';
import { reviewMarkdown } from '../../../review/summary/markdown';
import { dataChanges, reviewEnvironment } from '../../../review/summary/review';
import { reviewText } from '../../../review/summary/text';
import { claim, workload } from '../objects';

const files = (...objects: object[]) =>
  new Map([['manifests/test/a.yaml', objects.map((o) => stringify(o)).join('---\n')]]);

const conf = (size: string) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'web', namespace: 'test' },
  data: {
    'fluent.conf': `<match **>\n  @type elasticsearch\n  <buffer>\n    total_limit_size ${size}\n  </buffer>\n</match>\n`,
  },
});

const policy = (age: string) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'ilm-policy-logs', namespace: 'test' },
  data: {
    'policy.json': JSON.stringify({ policy: { phases: { delete: { min_age: age, actions: { delete: {} } } } } }),
  },
});

const set = (storage: string, image: string) =>
  workload(
    'StatefulSet',
    { volumeClaimTemplates: [claim(storage)] },
    { containers: [{ name: 'web', image, resources: { requests: { cpu: '500m', memory: '1Gi' } } }] },
  );

const reader = (image: string) =>
  workload(
    'Deployment',
    {},
    { volumes: [{ name: 'config', configMap: { name: 'web' } }], containers: [{ name: 'web', image }] },
  );

const plain = (_: string, text: string) => text;

describe('a change of everything', () => {
  const before = files(set('1Gi', 'web:1'), conf('20g'), policy('365d'), reader('web:1'));
  const after = files(set('2Gi', 'web:1'), conf('40g'), policy('30d'), reader('web:2'));
  const review = reviewEnvironment('test', before, after);

  test('in text', () => {
    expect(reviewText(review, 'main', plain)).toMatchInlineSnapshot(`
      "test: 4 changes against main
        ~ StatefulSet test/web: replace, data kept
            volumeClaimTemplates cannot be changed; all pods stop, and their volumes keep the old size
            kubectl apply is refused: the field is immutable
            > Grow the volumes without stopping a pod; the StorageClass must have allowVolumeExpansion:
            > kubectl --namespace test patch persistentvolumeclaim data-web-0 --patch '{"spec":{"resources":{"requests":{"storage":"2Gi"}}}}'
            > kubectl --namespace test patch persistentvolumeclaim data-web-1 --patch '{"spec":{"resources":{"requests":{"storage":"2Gi"}}}}'
            > kubectl --namespace test patch persistentvolumeclaim data-web-2 --patch '{"spec":{"resources":{"requests":{"storage":"2Gi"}}}}'
            > kubectl --namespace test delete statefulset web --cascade=orphan
            > pulumi up --refresh    # creates the StatefulSet again, which adopts the running pods
          spec.volumeClaimTemplates[data].spec.resources.requests.storage: 1Gi → 2Gi

        ~ Deployment test/web: rolling restart
            3 pods restart, at most 25% more and 25% fewer than there are now
            the template of the pods changes
          spec.template.spec.containers[web].image: web:1 → web:2

        ~ ConfigMap test/web: config reload
            read by Deployment test/web, which restart with it
          data[fluent.conf]:
            @ line 2 <match **>
               @type elasticsearch
               <buffer>
            -    total_limit_size 20g
            +    total_limit_size 40g
               </buffer>
             </match>

        ~ ConfigMap test/ilm-policy-logs: in place, DATA AT RISK
            logs are deleted after 30d (before: 365d), those that are older at once
          data[policy.json]: policy.phases.delete.min_age: 365d → 30d

        Figures
          disk (default class)     +3 GiB
          image web                1 → 2
          log buffer on each node  +20 GiB
          retention logs           365d → 30d
      "
    `);
  });

  test('in Markdown', () => {
    expect(reviewMarkdown([review], 'main')).toMatchInlineSnapshot(`
      "<!-- efk-diff -->
      ## What this change deploys

      > **Data is lost or at risk in 1 change.** Read the steps below before you accept them with \`accept-data-loss\`.

      ### test: 4 changes against \`main\`

      | object | effect | what happens |
      |---|---|---|
      | StatefulSet test/web | replace, data kept | volumeClaimTemplates cannot be changed; all pods stop, and their volumes keep the old size |
      | Deployment test/web | rolling restart | 3 pods restart, at most 25% more and 25% fewer than there are now; the template of the pods changes |
      | ConfigMap test/web | config reload | read by Deployment test/web, which restart with it |
      | ConfigMap test/ilm-policy-logs | in place, **data at risk** | logs are deleted after 30d (before: 365d), those that are older at once |

      | figure | change |
      |---|---|
      | disk (default class) | +3 GiB |
      | image web | 1 → 2 |
      | log buffer on each node | +20 GiB |
      | retention logs | 365d → 30d |

      **StatefulSet test/web**

      \`\`\`text
      Grow the volumes without stopping a pod; the StorageClass must have allowVolumeExpansion:
      kubectl --namespace test patch persistentvolumeclaim data-web-0 --patch '{"spec":{"resources":{"requests":{"storage":"2Gi"}}}}'
      kubectl --namespace test patch persistentvolumeclaim data-web-1 --patch '{"spec":{"resources":{"requests":{"storage":"2Gi"}}}}'
      kubectl --namespace test patch persistentvolumeclaim data-web-2 --patch '{"spec":{"resources":{"requests":{"storage":"2Gi"}}}}'
      kubectl --namespace test delete statefulset web --cascade=orphan
      pulumi up --refresh    # creates the StatefulSet again, which adopts the running pods
      \`\`\`

      <details><summary>StatefulSet test/web</summary>

      \`\`\`diff
      @@ spec.volumeClaimTemplates[data].spec.resources.requests.storage @@
      - 1Gi
      + 2Gi
      \`\`\`

      </details>

      <details><summary>Deployment test/web</summary>

      \`\`\`diff
      @@ spec.template.spec.containers[web].image @@
      - web:1
      + web:2
      \`\`\`

      </details>

      <details><summary>ConfigMap test/web</summary>

      \`\`\`diff
      @@ data[fluent.conf] <match **> @@
         @type elasticsearch
         <buffer>
      -    total_limit_size 20g
      +    total_limit_size 40g
         </buffer>
       </match>
      \`\`\`

      </details>

      <details><summary>ConfigMap test/ilm-policy-logs</summary>

      \`\`\`diff
      @@ data[policy.json]: policy.phases.delete.min_age @@
      - 365d
      + 30d
      \`\`\`

      </details>
      "
    `);
  });

  test('in JSON', () => {
    const { base, environments } = JSON.parse(reviewJson([review], 'main'));
    expect(base).toBe('main');
    expect(environments[0]).toMatchObject({ environment: 'test', state: 'changed', respelled: 0 });
    expect(environments[0].changes[0]).toMatchObject({
      object: { group: 'apps', kind: 'StatefulSet', namespace: 'test', name: 'web' },
      form: 'changed',
      effect: 'replace',
      data: 'kept',
      refusedByServer: true,
      restart: null,
    });
  });

  test('names what is at risk', () => {
    expect(dataChanges(review).map(({ data, reasons }) => [data, reasons])).toEqual([
      ['at risk', ['logs are deleted after 30d (before: 365d), those that are older at once']],
    ]);
  });
});

test('an environment without manifests before is all new, and one without manifests after is removed', () => {
  const some = files(policy('1d'));
  expect(reviewText(reviewEnvironment('test', new Map(), some), 'main', plain)).toMatchInlineSnapshot(`
    "test: all new, 1 object against main
      + ConfigMap test/ilm-policy-logs: create

      Figures
        retention logs  none → 1d
    "
  `);
  expect(reviewText(reviewEnvironment('test', some, new Map()), 'main', plain)).toMatchInlineSnapshot(`
    "test: removed, 1 object against main
      - ConfigMap test/ilm-policy-logs: delete

      Figures
        retention logs  1d → none
    "
  `);
});

test('what does not change is said in one line', () => {
  const some = files(policy('1d'));
  expect(reviewText(reviewEnvironment('test', some, some), 'main', plain)).toBe('test: no change against main\n');
  expect(reviewMarkdown([reviewEnvironment('test', some, some)], 'main')).toMatchInlineSnapshot(`
    "<!-- efk-diff -->
    ## What this change deploys

    No data is at risk.

    ### test: no change
    "
  `);
});

test('a comment that would be too long leaves the fields out', () => {
  const long = (text: string) =>
    files(
      ...Array.from({ length: 400 }, (_, index) => ({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: `a${index}` },
        data: { text: `${text}\n`.repeat(50) },
      })),
    );
  const comment = reviewMarkdown([reviewEnvironment('test', long('a'), long('b'))], 'main');
  expect(comment.length).toBeLessThan(65_536);
  expect(comment).toContain('The fields are left out');
});
