import { expect, test } from 'vitest';

import type { FluentdProps } from '../../../constructs/fluentd';
import { refusal } from './rendered';

/** Props that a developer can write although the types forbid some of them, and what is said. */
const cases: readonly (readonly [props: object, ...messages: string[]])[] = [
  [
    { exclude: { namespaces: ['Kube-*'] } },
    'exclude.namespaces[0] must be a glob for namespaces (a-z, 0-9, -, * and ?), got "Kube-*"; correct it',
  ],
  [
    { exclude: { namespaces: ['*'], pods: ['*/*'] } },
    'exclude.namespaces[0] must leave something to be read, got "*"; narrow it',
    'exclude.pods[0] must leave something to be read, got "*/*"; narrow it',
  ],
  [
    { exclude: { pods: ['a', 'a/b/c', 'a'] } },
    'exclude.pods[1] must be a glob for pods, with one for namespaces and a slash before it or not (a-z, 0-9, -, ., * and ?), got "a/b/c"; correct it',
    'exclude.pods[2] must be there once, got "a" again; remove one',
  ],
  [
    { exclude: { namespaces: ['pay*'] }, routes: [{ name: 'shop', namespaces: ['payments', 'shop'] }] },
    'exclude.namespaces[0] must not be for a namespace of a route, got "pay*" for "payments" of route "shop"; narrow it or take the namespace out of the route',
  ],
  [
    { cpu: '1', cpuLimit: '500m' },
    'cpuLimit must be at least what is requested (cpu 1), got "500m"; raise it or leave it out',
  ],
  [
    { memoryRequest: '1Gi' },
    'memoryRequest must be at most the limit (memory 512Mi), got "1Gi"; lower it or leave it out',
  ],
  [
    { image: { registry: 'https://registry.example.com' } },
    'image.registry must be a registry without a scheme (host, port and path, in lower case), got "https://registry.example.com"; write for example registry.example.com/docker-hub',
  ],
  [
    { image: { digest: 'sha256:abc' } },
    `image.digest must be a digest (sha256: and 64 characters of 0-9 and a-f), got "sha256:abc"; write for example sha256:${'0'.repeat(64)}`,
  ],
  [
    { image: { tag: '1.4', plugins: [] } },
    'image.tag must come with repository, since the official image has its own, got "1.4"; name the repository of an image of your own or remove it',
    'image.plugins must come with repository, since the official image has its own, got []; name the repository of an image of your own or remove it',
  ],
  [
    { image: { repository: 'logging/fluentd:1.4' } },
    'image.repository must be a repository without registry and tag (a-z, 0-9, ., _, - and /), got "logging/fluentd:1.4"; write for example logging/fluentd',
    'image.tag must be given with repository, or a digest, got nothing; add one of them',
    'image.plugins must be given with repository, since the configuration is checked against it, got nothing; list the gems of the image, for example fluent-plugin-prometheus',
  ],
  [
    { image: { repository: 'fluentd', tag: 'latest', plugins: ['fluent-plugin-prometheus', ''] } },
    'image.tag must be a tag that does not move (letters, digits, ., _ and -, at most 128 characters, not latest), got "latest"; write for example 1.4.2',
    'image.plugins[1] must be the name of a gem, got ""; write for example fluent-plugin-prometheus',
  ],
  [
    { pod: { labels: { 'example.com/': 'a', team: 'a b' } } },
    'pod.labels.example.com/ must be under a key such as team or example.com/team (letters, digits, -, _ and ., at most 63 characters after the slash), got "example.com/"; correct it',
    'pod.labels.team must be the value of a label (letters, digits, -, _ and ., first and last a letter or digit, at most 63 characters), got "a b"; correct it',
  ],
  [
    { pod: { labels: { 'app.kubernetes.io/name': 'agent' }, annotations: { 'checksum/config': 'x' } } },
    'pod.labels.app.kubernetes.io/name must not be given, since it is one of the construct, by which others find the pods, got "agent"; remove it',
    'pod.annotations.checksum/config must not be given, since it is one of the construct, by which a changed configuration is rolled out, got "x"; remove it',
  ],
  [
    { pod: { labels: { 'elasticsearch-client': 'false' } } },
    'pod.labels.elasticsearch-client must not be given, since it is one of the construct, by which others find the pods, got "false"; remove it',
  ],
  [
    { pod: { nodeSelector: { pool: 'apps/' } } },
    'pod.nodeSelector.pool must be the value of a label (letters, digits, -, _ and ., first and last a letter or digit, at most 63 characters), got "apps/"; correct it',
  ],
  [
    { pod: { tolerations: [{ operator: 'Equal', value: 'gpu' }] } },
    'pod.tolerations[0].operator must be Exists where there is no key, which stands for all taints, got "Equal"; write Exists or add the key',
  ],
  [
    { pod: { tolerations: [{ key: 'gpu', operator: 'Exists', value: 'yes' }] } },
    'pod.tolerations[0].value must be left out with the operator Exists, which stands for all values, got "yes"; remove it or write Equal',
  ],
  [
    { pod: { tolerations: [{ key: 'gpu', operator: 'In', effect: 'NoRun' }] } },
    'pod.tolerations[0].operator must be one of Equal, Exists, got "In"; choose one of them',
    'pod.tolerations[0].effect must be one of NoSchedule, PreferNoSchedule, NoExecute, got "NoRun"; choose one of them, or leave it out for all',
  ],
  [
    { pod: { tolerations: [{ key: 'a b', value: 'c d', effect: 'NoSchedule', tolerationSeconds: 5 }] } },
    'pod.tolerations[0].key must be under a key such as team or example.com/team (letters, digits, -, _ and ., at most 63 characters after the slash), got "a b"; correct it',
    'pod.tolerations[0].value must be the value of a label (letters, digits, -, _ and ., first and last a letter or digit, at most 63 characters), got "c d"; correct it',
    'pod.tolerations[0].tolerationSeconds must be left out unless the effect is NoExecute, got 5; remove it or write NoExecute',
  ],
  [
    { pod: { tolerations: [{ key: 'gpu', effect: 'NoExecute', tolerationSeconds: 0.5 }] } },
    'pod.tolerations[0].tolerationSeconds must be a whole number, got 0.5; correct it',
  ],
  [
    { pod: { priorityClassName: 'Agents' } },
    'pod.priorityClassName must be the name of a PriorityClass, a DNS subdomain (a-z, 0-9, - and ., each part first and last a letter or digit, at most 253 characters), got "Agents"; correct it',
  ],
  [
    { pod: { imagePullSecrets: [{ name: 'pull_secret' }, {}] } },
    'pod.imagePullSecrets[0].name must be the name of a Secret, a DNS subdomain (a-z, 0-9, - and ., each part first and last a letter or digit, at most 253 characters), got "pull_secret"; correct it',
    'pod.imagePullSecrets[1].name must be the name of a Secret, a DNS subdomain (a-z, 0-9, - and ., each part first and last a letter or digit, at most 253 characters), got nothing; correct it',
  ],
  [
    { pod: { seLinuxOptions: { type: 'spc t' } } },
    'pod.seLinuxOptions.type must be part of an SELinux label (letters, digits, _, ., :, - and the comma), got "spc t"; write for example spc_t as type',
  ],
  [
    { pod: { env: [{ name: '1A', value: '' }] } },
    'pod.env[0].name must be the name of a variable (letters, digits, _, - and ., no digit first), got "1A"; correct it',
  ],
  [
    {
      pod: {
        env: [
          { name: 'POD_NAME', value: 'a' },
          { name: 'A', value: 'a' },
          { name: 'A', value: 'b' },
        ],
      },
    },
    'pod.env[0].name must not be one of the construct (K8S_NODE_NAME, POD_NAME, ELASTICSEARCH_USERNAME, ELASTICSEARCH_PASSWORD, REDACTION_KEY, FORWARD_SHARED_KEY, ELASTICSEARCH_API_KEY), got "POD_NAME"; rename it',
    'pod.env[2].name must be there once, got "A" again; remove one',
  ],
  [
    {
      pod: {
        env: [{ name: 'A' }, { name: 'B', value: 'b', valueFrom: { secretKeyRef: { name: 'b', key: 'b' } } }],
      },
    },
    'pod.env[0] must have either value or valueFrom, got neither; add one',
    'pod.env[1] must have either value or valueFrom, got both; remove one',
  ],
  [
    {
      pod: {
        env: [
          { name: 'A', valueFrom: { secretKeyRef: { name: 'S', key: 'a/b' } } },
          { name: 'B', valueFrom: { configMapKeyRef: { name: 'C', key: 'c' } } },
        ],
      },
    },
    'pod.env[0].valueFrom.secretKeyRef.name must be the name of a Secret, a DNS subdomain (a-z, 0-9, - and ., each part first and last a letter or digit, at most 253 characters), got "S"; correct it',
    'pod.env[0].valueFrom.secretKeyRef.key must be a key of a Secret (letters, digits, -, _ and ., at most 253 characters), got "a/b"; correct it',
    'pod.env[1].valueFrom.configMapKeyRef.name must be the name of a ConfigMap, a DNS subdomain (a-z, 0-9, - and ., each part first and last a letter or digit, at most 253 characters), got "C"; correct it',
  ],
  [{ bufferVolume: {} }, 'bufferVolume must have either hostPath or emptyDir, got neither; add one'],
  [
    { bufferVolume: { hostPath: { path: '/data' }, emptyDir: {} } },
    'bufferVolume must have either hostPath or emptyDir, got both; remove one',
  ],
  [
    { bufferVolume: { hostPath: { path: 'data/efk/' } } },
    'bufferVolume.hostPath.path must be an absolute path without a slash at its end (letters, digits, ., _ and -), got "data/efk/"; write for example /var/lib/efk',
  ],
  [
    { bufferVolume: { hostPath: { path: '/data/../etc' } } },
    'bufferVolume.hostPath.path must be an absolute path without a slash at its end (letters, digits, ., _ and -), got "/data/../etc"; write for example /var/lib/efk',
  ],
  [
    { bufferVolume: { hostPath: { path: '/run/efk' } } },
    'bufferVolume.hostPath.path must be a lasting folder of its own, since it is empty after a restart of the node, got "/run/efk"; write for example /var/lib/efk',
  ],
  [
    { bufferVolume: { hostPath: { path: '/var/log/pods' } } },
    'bufferVolume.hostPath.path must be a lasting folder of its own, since logs are read there, got "/var/log/pods"; write for example /var/lib/efk',
  ],
  [
    { updateStrategy: { type: 'OnDelete', rollingUpdate: { maxUnavailable: 1 } } },
    'updateStrategy.rollingUpdate must be left out with type OnDelete, got {"maxUnavailable":1}; remove it',
  ],
  [
    { updateStrategy: { rollingUpdate: { maxUnavailable: 0 } } },
    "updateStrategy.rollingUpdate.maxUnavailable must be a whole number of at least 1, or 1% to 100%, got 0; write for example 1 or '10%'",
  ],
  [
    { updateStrategy: { rollingUpdate: { maxUnavailable: '110%' } } },
    'updateStrategy.rollingUpdate.maxUnavailable must be a whole number of at least 1, or 1% to 100%, got "110%"; write for example 1 or \'10%\'',
  ],
  [
    { resourceQuota: { pods: 0 } },
    'resourceQuota.pods must be a whole number of at least 1, got 0; write more than the cluster will have nodes',
  ],
];

test.each(cases)('%j is refused', (props, ...messages) => {
  expect(refusal(props as Partial<FluentdProps>)).toEqual(messages);
});

test('an image of your own must have the plugins that the configuration uses', () => {
  const image = { repository: 'logging/fluentd', tag: '1.4' };
  expect(refusal({ image: { ...image, plugins: ['fluent-plugin-kafka'] } })).toEqual([
    '<source @type prometheus @id metrics> @type must be an input that its image has, got "prometheus"; build an image that has fluent-plugin-prometheus (efk image writes its Dockerfile), or choose one that has it',
  ]);
  expect(refusal({ image: { ...image, plugins: ['fluent-plugin-prometheus'] } })).toEqual([]);
});

test('all mistakes are told at once, with those of the rest', () => {
  const props = Object.assign({ routes: [] }, ...cases.slice(0, 1).map(([given]) => given), {
    resourceQuota: { pods: 0 },
  });
  expect(refusal(props)).toEqual([
    `routes must not be empty, got []; add one, e.g. { name: 'cluster' } for all logs`,
    cases[0]?.[1],
    cases.at(-1)?.[1],
  ]);
});
