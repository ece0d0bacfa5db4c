import { expect, test } from 'vitest';

import { defineEnvironment, type EnvironmentInput } from '../../../environments';
import { production } from '../../../environments/production';

/** What is said of production with other values, whatever their types: a line per mistake. */
function said({
  elasticsearch = {},
  kibana = {},
  fluentd = {},
  snapshots,
  ...others
}: Record<string, object>): string[] {
  const { audit } = production.retention;
  const withSnapshots = snapshots && {
    snapshots: { endpoint: 'https://s3.example.com', bucket: 'logs', secretName: 's3', ...snapshots },
    retention: { ...production.retention, audit: { ...audit, snapshotRetention: '2555d' } },
  };
  const environment = {
    ...production,
    ...withSnapshots,
    ...others,
    elasticsearch: { ...production.elasticsearch, ...elasticsearch },
    kibana: { ...production.kibana, ...kibana },
    fluentd: { ...production.fluentd, ...fluentd },
  };
  try {
    defineEnvironment(environment as EnvironmentInput);
    return [];
  } catch (error) {
    const [first, ...lines] = (error as Error).message.split('\n');
    const count = `${lines.length} ${lines.length === 1 ? 'mistake' : 'mistakes'}`;
    expect(first).toBe(`environment 'production' is not valid (${count}):`);
    return lines.map((line) => line.replace('  [production.', '['));
  }
}

const cases: readonly (readonly [environment: object, ...messages: string[]])[] = [
  [
    { namespace: 'logging.prod' },
    '[namespace] must be a DNS label (a-z, 0-9 and -, first and last a letter or digit, at most 63 characters), got "logging.prod"; rename it',
  ],
  [
    { namespace: 'openshift-logging' },
    '[namespace] must be a namespace of its own, since it is closed to the network, which would cut off what the cluster needs in openshift-logging, got "openshift-logging"; write for example logging',
  ],
  [
    { agentsNamespace: 'kube-node-lease' },
    '[agentsNamespace] must be a namespace of its own, since it is closed to the network, which would cut off what the cluster needs in kube-node-lease, got "kube-node-lease"; write for example logging',
  ],
  [
    { agentsNamespace: 'logging' },
    '[agentsNamespace] must not be namespace, since PodSecurity is privileged there and restricted in namespace, got "logging" for both; rename one',
  ],
  [
    { certificates: 'cert-manager', certificateIssuer: 'Company_CA' },
    '[certificateIssuer] must be a DNS subdomain (a-z, 0-9, - and ., each part first and last a letter or digit, at most 253 characters), got "Company_CA"; correct it',
  ],
  [
    { elasticsearch: { storageClass: 'fast_ssd' } },
    '[elasticsearch.storageClass] must be a DNS subdomain (a-z, 0-9, - and ., each part first and last a letter or digit, at most 253 characters), got "fast_ssd"; correct it',
  ],
  [
    { elasticsearch: { zones: ['zone a', 'zone-b', 'zone-c'] } },
    '[elasticsearch.zones[0]] must be the value of a label (letters, digits, -, _ and ., first and last a letter or digit, at most 63 characters), got "zone a"; correct it',
  ],
  [
    { elasticsearch: { zones: ['PHX-AD-1', 'IAD-AD-1', 'PHX-AD-3'] } },
    '[elasticsearch] zones must differ in what follows the last dash, whatever its case, got PHX-AD-1, IAD-AD-1; remove one',
  ],
  [
    { snapshots: { bucket: 'my_logs' } },
    '[snapshots.bucket] must be the name of a bucket (a-z, 0-9, - and ., first and last a letter or digit, 3 to 63 characters, no IP address), got "my_logs"; correct it',
  ],
  [
    { snapshots: { bucket: '192.168.0.1' } },
    '[snapshots.bucket] must be the name of a bucket (a-z, 0-9, - and ., first and last a letter or digit, 3 to 63 characters, no IP address), got "192.168.0.1"; correct it',
  ],
  [
    { snapshots: { region: 'eu central' } },
    '[snapshots.region] must be the name of a region (letters, digits and -, at most 63 characters), got "eu central"; write for example eu-central-1',
  ],
  [
    { snapshots: { secretName: 'keys/s3' } },
    '[snapshots.secretName] must be a DNS subdomain (a-z, 0-9, - and ., each part first and last a letter or digit, at most 253 characters), got "keys/s3"; correct it',
  ],
  [
    { kibana: { ingressClassName: 'Nginx' } },
    '[kibana.ingressClassName] must be a DNS subdomain (a-z, 0-9, - and ., each part first and last a letter or digit, at most 253 characters), got "Nginx"; correct it',
  ],
  [
    { fluentd: { cpuLimit: '100m' } },
    '[fluentd.cpuLimit] must be at least what is requested (cpu 500m), got "100m"; raise it or leave it out',
  ],
  [
    { fluentd: { memoryRequest: '2Gi' } },
    '[fluentd.memoryRequest] must be at most the limit (memory 1Gi), got "2Gi"; lower it or leave it out',
  ],
  [
    { fluentd: { memory: '1GB', memoryRequest: '2Gi' } },
    '[fluentd.memory] must be a size in Ki, Mi, Gi or Ti, got "1GB"; write for example 512Mi or 4Gi',
  ],
  [
    {
      routes: [
        { name: 'all', retention: 'standard' },
        { name: 'teams', namespaces: ['Team-*'], retention: 'audit' },
      ],
    },
    '[routes[1].namespaces[0]] must be a glob of DNS labels (a-z, 0-9, -, * and ?, at most 63 characters), got "Team-*"; correct it',
  ],
  [
    {
      routes: [
        { name: 'teams', namespaces: ['team-*'], retention: 'standard' },
        { name: 'tests', namespaces: ['*-test'], treatments: ['jvm'], retention: 'audit' },
      ],
      treatments: [{ name: 'nginx', select: { containers: ['nginx'] } }],
    },
    '[routes[1].treatments[0]] must be the name of a treatment (nginx), got "jvm"; choose one, or add it to treatments',
    '[routes[1].namespaces[0]] must match no namespace that routes[0].namespaces[0] "team-*" matches, got "*-test" (both match team-test); narrow one, or name the namespaces',
  ],
  [
    {
      routes: [
        { name: 'all', retention: 'standard', bufferSize: '8Mi' },
        { name: 'a', namespaces: ['a'], retention: 'audit', bufferSize: '30Gi' },
      ],
    },
    '[routes[0].bufferSize] must be at least 16Mi (a chunk of 8Mi that is sent and one that fills), got "8Mi"; raise it, or leave it out to share the buffer of the others',
    `[fluentd] bufferSize must be at least 24Mi (a chunk of 8Mi for each of 2 threads and one that fills) besides the 2 parts of routes and outputs, got ${production.fluentd.bufferSize}; raise it`,
  ],
  [
    { fluentd: { exclude: { namespaces: ['identity'] } } },
    '[fluentd.exclude.namespaces[0]] must not be for a namespace of a route, got "identity" for "identity" of route "identity"; narrow it or take the namespace out of the route',
  ],
  [
    { fluentd: { exclude: { namespaces: ['bill*'], pods: ['**'] } } },
    '[fluentd.exclude.namespaces[0]] must not be for a namespace of a route, got "bill*" for "billing" of route "payments"; narrow it or take the namespace out of the route',
    '[fluentd.exclude.pods[0]] must leave something to be read, got "**"; narrow it',
  ],
  [
    { fluentd: { exclude: ['kube-system'] } },
    '[fluentd.exclude] must be an object with the keys namespaces, pods, got ["kube-system"]; write it as { ... }',
  ],
  [
    { fluentd: { logLevel: 'verbose' } },
    '[fluentd.logLevel] must be one of trace, debug, info, warn, error, fatal, got "verbose"; choose one of them',
  ],
  [
    { fluentd: { image: 'registry.example.com/fluentd:1.4' } },
    '[fluentd.image] must be an object with the keys registry, repository, tag, digest, plugins, got "registry.example.com/fluentd:1.4"; write it as { ... }',
  ],
  [
    { fluentd: { image: { name: 'fluentd' } } },
    '[fluentd.image.name] must be a known key (registry, repository, tag, digest, plugins); correct the spelling or remove it',
  ],
  [
    { fluentd: { image: { repository: 'logging/fluentd', digest: 'latest' } } },
    '[fluentd.image.digest] must be a digest (sha256: and 64 characters of 0-9 and a-f), got "latest"; write for example sha256:0000000000000000000000000000000000000000000000000000000000000000',
    '[fluentd.image.plugins] must be given with repository, since the configuration is checked against it, got nothing; list the gems of the image, for example fluent-plugin-prometheus',
  ],
  [
    { fluentd: { pod: { labels: ['team'] } } },
    '[fluentd.pod.labels] must be an object of texts by name, got ["team"]; write it as { name: \'value\' }',
  ],
  [
    { fluentd: { pod: { labels: { team: 7, app: 'x y' } } } },
    '[fluentd.pod.labels.team] must be a text, got 7; write it in quotes',
    '[fluentd.pod.labels.app] must be the value of a label (letters, digits, -, _ and ., first and last a letter or digit, at most 63 characters), got "x y"; correct it',
  ],
  [
    { fluentd: { pod: { tolerations: [{ key: 'gpu', operator: 'exists' }] } } },
    '[fluentd.pod.tolerations[0].operator] must be one of Equal, Exists, got "exists"; choose one of them',
  ],
  [
    { fluentd: { pod: { tolerations: [{ effect: 'NoSchedule' }] } } },
    '[fluentd.pod.tolerations[0].operator] must be Exists where there is no key, which stands for all taints, got "Equal"; write Exists or add the key',
  ],
  [
    { fluentd: { pod: { nodeSelector: { 'kubernetes.io/os ': 'linux' } } } },
    '[fluentd.pod.nodeSelector.kubernetes.io/os ] must be under a key such as team or example.com/team (letters, digits, -, _ and ., at most 63 characters after the slash), got "kubernetes.io/os "; correct it',
  ],
  [
    { fluentd: { pod: { imagePullSecrets: ['registry'] } } },
    '[fluentd.pod.imagePullSecrets[0]] must be an object with the keys name, got "registry"; write it as { ... }',
  ],
  [
    { fluentd: { pod: { env: [{ name: 'TOKEN', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }] } } },
    '[fluentd.pod.env[0].valueFrom.fieldRef] must be a known key (secretKeyRef); correct the spelling or remove it',
  ],
  [
    { fluentd: { pod: { env: [{ name: 'ELASTICSEARCH_PASSWORD', value: 'secret' }] } } },
    '[fluentd.pod.env[0].name] must not be one of the construct (K8S_NODE_NAME, POD_NAME, ELASTICSEARCH_USERNAME, ELASTICSEARCH_PASSWORD, REDACTION_KEY, FORWARD_SHARED_KEY, ELASTICSEARCH_API_KEY), got "ELASTICSEARCH_PASSWORD"; rename it',
  ],
  [
    { fluentd: { pod: { securityContext: { seLinuxOptions: { type: 'spc_t' } } } } },
    '[fluentd.pod.securityContext] must be a known key (labels, annotations, nodeSelector, tolerations, priorityClassName, imagePullSecrets, seLinuxOptions, env); correct the spelling or remove it',
  ],
  [
    {
      fluentd: {
        pod: { priorityClassName: 'System', seLinuxOptions: { type: 'spc_t ' } },
        resourceQuota: { pods: 0.5 },
        bufferVolume: { hostPath: { path: '/tmp/efk' } },
      },
    },
    '[fluentd.resourceQuota.pods] must be a whole number from 1 to 1000000, got 0.5; choose one in that range',
    '[fluentd.pod.priorityClassName] must be the name of a PriorityClass, a DNS subdomain (a-z, 0-9, - and ., each part first and last a letter or digit, at most 253 characters), got "System"; correct it',
    '[fluentd.pod.seLinuxOptions.type] must be part of an SELinux label (letters, digits, _, ., :, - and the comma), got "spc_t "; write for example spc_t as type',
    '[fluentd.bufferVolume.hostPath.path] must be a lasting folder of its own, since it is empty after a restart of the node, got "/tmp/efk"; write for example /var/lib/efk',
  ],
  [
    { fluentd: { bufferVolume: { hostPath: '/data/efk' } } },
    '[fluentd.bufferVolume.hostPath] must be an object with the keys path, got "/data/efk"; write it as { ... }',
  ],
  [
    { fluentd: { bufferVolume: { persistentVolumeClaim: {} } } },
    '[fluentd.bufferVolume.persistentVolumeClaim] must be a known key (hostPath, emptyDir); correct the spelling or remove it',
  ],
  [
    { fluentd: { updateStrategy: { rollingUpdate: { maxSurge: 1 } } } },
    '[fluentd.updateStrategy.rollingUpdate.maxSurge] must be a known key (maxUnavailable); correct the spelling or remove it',
  ],
  [
    { fluentd: { updateStrategy: { rollingUpdate: { maxUnavailable: '10 %' } } } },
    '[fluentd.updateStrategy.rollingUpdate.maxUnavailable] must be a whole number of at least 1, or 1% to 100%, got "10 %"; write for example 1 or \'10%\'',
  ],
  [
    { fluentd: { updateStrategy: 'OnDelete' } },
    '[fluentd.updateStrategy] must be an object with the keys type, rollingUpdate, got "OnDelete"; write it as { ... }',
  ],
];

test.each(cases)('%j', (environment, ...messages) => {
  expect(said(environment as Record<string, object>)).toEqual(messages);
});
