import { expect, test } from 'vitest';

import { fluentd, refusal } from '../rendered';

const podMetadata = { labels: ['team', 'app.kubernetes.io/name'], annotations: ['example.com/note'] };

test('without it there is no right, no token and no way to the API server', () => {
  const { objects, pod, object } = fluentd();
  expect(objects.map(({ kind }) => kind)).not.toContain('ClusterRole');
  expect(pod.volumes.map(({ name }: { name: string }) => name)).not.toContain('api-access');
  expect(object('ConfigMap').data['fluent.conf']).not.toContain('pod_metadata');
});

test('the logs of containers get what is allowed, before treatments, and their service behind what they say', () => {
  const { object } = fluentd({ podMetadata, treatments: [{ name: 'all', sample: { keep: 0.5 } }] });
  const conf: string = object('ConfigMap').data['fluent.conf'];
  expect(conf.slice(conf.indexOf('<label @POD_METADATA>'), conf.indexOf('<label @TREATMENTS>'))).toMatchInlineSnapshot(`
    "<label @POD_METADATA>
      <filter **>
        @type pod_metadata
        @id pod_metadata
        api_host "#{ENV['KUBERNETES_SERVICE_HOST']}"
        api_port "#{ENV['KUBERNETES_SERVICE_PORT']}"
        token_file /var/run/secrets/kubernetes.io/serviceaccount/token
        ca_file /var/run/secrets/kubernetes.io/serviceaccount/ca.crt
        node_name "#{ENV['K8S_NODE_NAME']}"
        labels '["team","app.kubernetes.io/name"]'
        annotations '["example.com/note"]'
      </filter>
      <match **>
        @type relabel
        @label @TREATMENTS
      </match>
    </label>

    # What teams want done to their logs; the input has said which treatment an event gets
    "
  `);
  expect(conf.indexOf('@type elasticsearch_fit')).toBeLessThan(conf.indexOf('@type pod_service'));
});

test('only labels of a service need what makes it', () => {
  const { object } = fluentd({ podMetadata: { labels: ['team'] } });
  expect(object('ConfigMap').data['fluent.conf']).not.toContain('pod_service');
});

test('the pods may list and watch pods, with a token of an hour, and reach the API server', () => {
  const { object, pod, container } = fluentd({ podMetadata });
  expect(object('ClusterRole')).toMatchObject({
    metadata: { name: 'logging-agents-fluentd' },
    rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['list', 'watch'] }],
  });
  expect(object('ClusterRoleBinding')).toMatchObject({
    roleRef: { kind: 'ClusterRole', name: 'logging-agents-fluentd' },
    subjects: [{ kind: 'ServiceAccount', name: 'fluentd', namespace: 'logging-agents' }],
  });
  expect(pod.automountServiceAccountToken).toBe(false);
  expect(pod.volumes).toContainEqual({
    name: 'api-access',
    projected: {
      sources: [
        { serviceAccountToken: { path: 'token', expirationSeconds: 3600 } },
        { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
      ],
    },
  });
  expect(container.volumeMounts).toContainEqual({
    name: 'api-access',
    mountPath: '/var/run/secrets/kubernetes.io/serviceaccount',
    readOnly: true,
  });
  expect(object('NetworkPolicy').spec.egress).toContainEqual({
    ports: [
      { protocol: 'TCP', port: 443 },
      { protocol: 'TCP', port: 6443 },
    ],
  });
});

test('mistakes', () => {
  expect(refusal({ podMetadata: {} })).toEqual([
    'podMetadata must name labels or annotations unless a treatment or a route selects by labels, got none; name some, or leave it out',
  ]);
  expect(refusal({ podMetadata: { labels: ['team', 'team', '*'] } })).toMatchInlineSnapshot(`
    [
      "podMetadata.labels[1] must be there once, got "team" again; remove one",
      "podMetadata.labels[2] must be under a key such as team or example.com/team (letters, digits, -, _ and ., at most 63 characters after the slash), got "*"; correct it",
    ]
  `);
});
