import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import {
  defineEnvironment,
  EnvironmentError,
  type EnvironmentInput,
  environmentNamed,
  environmentNames,
  isOperatorMistake,
} from '../../environments';
import { production } from '../../environments/production';

/** The message about `change` made to the production environment, whatever its types. */
function refusal(change: (environment: Record<string, never>) => unknown): string {
  const input = structuredClone(production) as EnvironmentInput;
  change(input as never);
  try {
    defineEnvironment(input);
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentError);
    expect(isOperatorMistake(error)).toBe(true);
    return (error as Error).message;
  }
  return 'accepted';
}

/** A place in an environment that a test overwrites without regard to its type. */
// biome-ignore lint/suspicious/noExplicitAny: these tests write what the types forbid
type Anything = any;

test.each(environmentNames)('%s is valid and named after itself', (name) => {
  expect(environmentNamed(name).name).toBe(name);
});

test('the environments are listed in the order in which a change travels', () => {
  expect(environmentNames).toEqual(['dev', 'staging', 'production']);
});

test('what an environment leaves out has a default', () => {
  expect(environmentNamed('dev')).toMatchObject({
    version: '9.5.0',
    namespace: 'logging',
    agentsNamespace: 'logging-agents',
    protectData: false,
    credentials: 'generated',
    certificates: 'generated',
    retention: { standard: { hotMaxAge: '1d', hotMaxPrimaryShardSize: '50gb', deleteMinAge: '3d' } },
    kibana: { memory: '2Gi' },
  });
  expect(environmentNamed('production')).toMatchObject({ protectData: true, elasticsearch: { allowMmap: true } });
});

test('production survives the loss of a zone: 3 dedicated masters, hot nodes in three zones, a warm tier', () => {
  const { elasticsearch } = environmentNamed('production');
  const replicas = Object.fromEntries(elasticsearch.nodeSets.map((set) => [set.name, set.replicas]));

  expect(elasticsearch.zones).toHaveLength(3);
  expect(replicas).toEqual({ master: 3, hot: 6, warm: 3 });
  expect(elasticsearch.indexReplicas).toBe(1);
});

test('every mistake is listed at once, those between values too', () => {
  const message = refusal((environment: Anything) => {
    environment.name = 'Prod';
    environment.retension = {};
    environment.version = '7.17.0';
    environment.protectData = 'yes';
    environment.elasticsearch.memry = '4Gi';
    environment.elasticsearch.nodeSets[0].replicas = 2;
    environment.retention.standard.deleteMinAge = '3 days';
    environment.retention.audit.warmMinAge = '400d';
    environment.routes[1].name = 'card-payments';
    environment.fluentd = undefined;
    environment.kibana = { replicas: 1.5, memory: 512, ingressHost: 'kibana' };
  });

  expect(message).toMatchInlineSnapshot(`
    "environment 'Prod' is not valid (13 mistakes):
      [Prod.name] must be lower-case letters, digits and dashes, starting with a letter (at most 63 characters), got "Prod"; rename it
      [Prod.version] must be one of 9.5.0, 8.19.8, got "7.17.0"; choose one of them
      [Prod.protectData] must be true or false, got "yes"; write it without quotes
      [Prod.elasticsearch.memry] must be a known key (nodeSets, zones, storageClass, allowMmap, indexReplicas); correct the spelling or remove it
      [Prod.retention.standard.deleteMinAge] must be a time of whole seconds, minutes, hours or days (s, m, h, d), got "3 days"; write for example 12h or 30d
      [Prod.routes[1].name] must be lower-case letters, digits, _ and ., starting with a letter (at most 100 characters), got "card-payments"; rename the route; a dash is not possible in the name of a data stream
      [Prod.fluentd] must be an object with the keys cpu, cpuLimit, memory, memoryRequest, bufferSize, bufferVolume, lossBudget, podMetadata, exclude, containerRuntime, promote, limits, logLevel, image, pod, updateStrategy, resourceQuota, got nothing; write it as { ... }
      [Prod.kibana.replicas] must be a whole number from 1 to 20, got 1.5; choose one in that range
      [Prod.kibana.memory] must be a size in Ki, Mi, Gi or Ti, got 512; write for example 512Mi or 4Gi
      [Prod.kibana.ingressHost] must be a full host name in lower case, got "kibana"; write for example kibana.example.com
      [Prod.retension] must be a known key (name, version, namespace, agentsNamespace, dnsPorts, ipFamily, protectData, credentials, certificates, certificateIssuer, elasticsearch, retention, routes, treatments, inputs, outputs, readers, tenants, snapshots, fluentd, aggregators, monitoring, kibana); correct the spelling or remove it
      [Prod.elasticsearch] the number of masters must be odd, since 2 tolerate no more failures than 1, got 2; use 1 or 3, or give masters a set of their own
      [Prod.retention.audit.warmMinAge] must be less than deleteMinAge (365d), got 400d; lower it or leave it out"
  `);
});

test('relations between well-formed values', () => {
  const message = refusal((environment: Anything) => {
    environment.elasticsearch.nodeSets = environment.elasticsearch.nodeSets.slice(0, 2);
    environment.elasticsearch.nodeSets[1].replicas = 3;
    environment.elasticsearch.indexReplicas = 3;
    environment.retention.archive = { deleteMinAge: '730d' };
    environment.routes[2] = { name: 'identity', namespaces: ['billing'], retention: 'forever' };
    environment.certificates = 'cert-manager';
  });

  expect(message).toMatchInlineSnapshot(`
    "environment 'production' is not valid (8 mistakes):
      [production.elasticsearch.indexReplicas] must be less than the number of hot data nodes (3), got 3; lower it to 2 or add nodes
      [production.retention.standard.warmMinAge] must have nodes with the role data_warm to move to, got 2d and none; add a node set or leave it out
      [production.retention.audit.warmMinAge] must have nodes with the role data_warm to move to, got 7d and none; add a node set or leave it out
      [production.routes[2].namespaces[0]] must be in one route, got "billing" as at routes[1].namespaces[1]; take it out of one
      [production.routes[2].retention] must be one of the retention classes (standard, audit, archive), got "forever"; choose one, or add it to retention
      [production.retention.archive] must be the retention of a route (at least 1), got none; remove it or use it
      [production.elasticsearch] disks for warm data must hold 12.1Ti below the low watermark (kubernetes 100Gi a day x 0.6 on disk x 29 days x 4 copies = 6.8Ti + payments 5Gi a day x 0.6 on disk x 359 days x 4 copies = 4.2Ti, and 10 % margin), got 2.6Ti (hot 3 x 1Ti, filled to 85 % or all but 200Gi); add nodes or disk, or keep logs for a shorter time
      [production.certificateIssuer] must be given with certificates 'cert-manager' and only then, got nothing with "cert-manager"; name a ClusterIssuer"
  `);
});

test('fails when the limits of the collector do not fit each other, its memory or its buffer', () => {
  const message = refusal((environment: Anything) => {
    environment.fluentd = {
      cpu: '1',
      memory: '400Mi',
      bufferSize: '20Mi',
      limits: { eventSize: '2Mi', heldSize: '128Mi' },
    };
  });

  expect(message).toMatchInlineSnapshot(`
    "environment 'production' is not valid (3 mistakes):
      [production.fluentd] limits.eventSize must be 64Ki to 1024Ki (an eighth of chunkSize 8Mi, since a document holds the text twice and escapes it), got 2Mi; change it or chunkSize
      [production.fluentd] bufferSize must be at least 24Mi (a chunk of 8Mi for each of 2 threads and one that fills), got 20Mi; raise it
      [production.fluentd] memory must be at least 416Mi (192Mi, 6 copies of a chunk of 8Mi for each of 2 threads, and 128Mi of held events), got 400Mi; raise it"
  `);
});

test('fails when labels select that nothing tells, and takes an empty podMetadata where they do', () => {
  const byLabels = (environment: Anything) => {
    environment.routes.push({ name: 'a', labels: { team: ['a'] }, retention: 'audit' });
    environment.routes.push({ name: 'b', labels: { tier: ['web'], team: ['*'] }, retention: 'audit' });
    environment.treatments = [{ name: 't', select: { labels: { team: ['a b'], tier: ['x'] } } }];
    environment.tenants = {
      shop: {
        namespaces: ['shop'],
        retention: 'audit',
        treatments: [{ name: 'web', except: { labels: { a: ['b'] } } }],
      },
    };
  };
  const alone = refusal((environment: Anything) => {
    environment.fluentd.podMetadata = {};
  });
  const both = refusal((environment: Anything) => {
    byLabels(environment);
    environment.fluentd.podMetadata = {};
  });

  expect([refusal(byLabels), alone, both].join('\n')).toMatchInlineSnapshot(`
    "environment 'production' is not valid (6 mistakes):
      [production.routes[4].labels] must select no pod that routes[3] {"team":["a"]} selects, got {"tier":["web"],"team":["*"]} (both select a pod in any namespace with team=a,tier=web); give both a label with other values, or other namespaces
      [production.treatments[0].select.labels.team[0]] must be a glob of values of labels (letters, digits, -, _, ., * and ?, first and last none of -, _ and ., at most 63 characters), got "a b"; correct it
      [production.tenants.shop.treatments[0].except.labels] must stand beside podMetadata of the collector, which reads the labels of pods, got {"a":["b"]} without; add podMetadata: {} to it, or leave labels out
      [production.treatments[0].select.labels] must stand beside podMetadata of the collector, which reads the labels of pods, got {"team":["a b"],"tier":["x"]} without; add podMetadata: {} to it, or leave labels out
      [production.routes[3].labels] must stand beside podMetadata of the collector, which reads the labels of pods, got {"team":["a"]} without; add podMetadata: {} to it, or leave labels out
      [production.routes[4].labels] must stand beside podMetadata of the collector, which reads the labels of pods, got {"tier":["web"],"team":["*"]} without; add podMetadata: {} to it, or leave labels out
    environment 'production' is not valid (1 mistake):
      [production.fluentd.podMetadata] must name labels or annotations unless a treatment or a route selects by labels, got none; name some, or leave it out
    environment 'production' is not valid (2 mistakes):
      [production.routes[4].labels] must select no pod that routes[3] {"team":["a"]} selects, got {"tier":["web"],"team":["*"]} (both select a pod in any namespace with team=a,tier=web); give both a label with other values, or other namespaces
      [production.treatments[0].select.labels.team[0]] must be a glob of values of labels (letters, digits, -, _, ., * and ?, first and last none of -, _ and ., at most 63 characters), got "a b"; correct it"
  `);
});

test('fails when a namespace belongs to the cluster, or is both of ours', () => {
  const shared = refusal((environment: Anything) => {
    environment.namespace = 'kube-system';
    environment.agentsNamespace = 'default';
  });
  const same = refusal((environment: Anything) => {
    environment.namespace = 'logging-agents';
  });

  expect([shared, same].join('\n')).toMatchInlineSnapshot(`
    "environment 'production' is not valid (2 mistakes):
      [production.namespace] must be a namespace of its own, since it is closed to the network, which would cut off what the cluster needs in kube-system, got "kube-system"; write for example logging
      [production.agentsNamespace] must be a namespace of its own, since it is closed to the network, which would cut off what the cluster needs in default, got "default"; write for example logging
    environment 'production' is not valid (1 mistake):
      [production.agentsNamespace] must not be namespace, since PodSecurity is privileged there and restricted in namespace, got "logging-agents" for both; rename one"
  `);
});

test('fails when an issuer is named that nothing uses', () => {
  const message = refusal((environment: Anything) => {
    environment.certificateIssuer = 'company-ca';
  });

  expect(message).toMatchInlineSnapshot(`
    "environment 'production' is not valid (1 mistake):
      [production.certificateIssuer] must be given with certificates 'cert-manager' and only then, got "company-ca" with 'generated'; remove it"
  `);
});

test.each([undefined, null, 'production', []])('fails when the whole environment is %j', (input) => {
  expect(() => defineEnvironment(input as Anything)).toThrow(
    /^environment 'unnamed' is not valid \(1 mistake\):\n {2}\[unnamed\] must be an object with the keys name, version, .*; write it as \{ \.\.\. \}$/,
  );
});

test('fails when there is no environment of that name', () => {
  expect(() => environmentNamed('qa')).toThrow(
    "environment must be one of dev, staging, production, got 'qa'; choose one, or add environments/qa.ts",
  );
});

test('README shows what a wrong environment is answered', () => {
  const message = refusal((environment: Anything) => {
    environment.retention.standard.deleteMinAge = '3 days';
    environment.elasticsearch.memry = '4Gi';
    environment.elasticsearch.nodeSets[0].replicas = 2;
  });
  const shown = /```text\n(environment 'production' [^`]*)\n```/.exec(
    readFileSync(join(__dirname, '../../README.md'), 'utf8'),
  );

  expect(shown?.[1]).toBe(message);
});

test('fails when a copy would share the only warm node with its primary', () => {
  const message = refusal((environment: Anything) => {
    environment.elasticsearch.zones = undefined;
    environment.elasticsearch.nodeSets[2].replicas = 1;
    environment.elasticsearch.nodeSets[2].storage = '24Ti';
  });

  expect(message).toMatchInlineSnapshot(`
    "environment 'production' is not valid (1 mistake):
      [production.elasticsearch.indexReplicas] must be less than the number of warm data nodes (1), got 1; lower it to 0 or add nodes"
  `);
});

test('nodes without roles only coordinate requests', () => {
  const [master, ...others] = production.elasticsearch.nodeSets;
  const coordinating = {
    name: 'coordinating',
    roles: [],
    replicas: 2,
    memory: '4Gi',
    cpu: '2',
    storage: '10Gi',
  } as const;
  const nodeSets = [master, ...others, { ...coordinating, roles: [] }] as typeof production.elasticsearch.nodeSets;
  const { elasticsearch } = defineEnvironment({
    ...production,
    elasticsearch: { ...production.elasticsearch, nodeSets },
  });

  expect(elasticsearch.nodeSets.at(-1)?.roles).toEqual([]);
});

test('fails when snapshots have nowhere to go, and when nothing goes into them', () => {
  const without = refusal((environment: Anything) => {
    environment.retention.audit.snapshotRetention = '2555d';
  });
  const unused = refusal((environment: Anything) => {
    environment.snapshots = { endpoint: 'https://s3.example.com', bucket: 'logs', secretName: 'keys' };
  });
  const malformed = refusal((environment: Anything) => {
    environment.retention.audit.snapshotRetention = '2555d';
    environment.snapshots = { endpoint: 's3.example.com', bucket: 'logs', secretName: 'keys' };
  });

  expect([without, unused, malformed].join('\n')).toMatchInlineSnapshot(`
    "environment 'production' is not valid (1 mistake):
      [production.retention.audit.snapshotRetention] must have object storage to keep snapshots in, got 2555d and none; add snapshots or leave it out
    environment 'production' is not valid (1 mistake):
      [production.snapshots] must be used by a retention class (at least 1), got none; set snapshotRetention of a class or remove it
    environment 'production' is not valid (1 mistake):
      [production.snapshots.endpoint] must be a base URL that starts with https:// and has no path, got "s3.example.com"; write for example https://s3.eu-central-1.amazonaws.com"
  `);
});
