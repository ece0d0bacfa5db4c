import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

import {
  configHash,
  DEFAULT_STACK_VERSION,
  type ElasticsearchEndpoint,
  labels,
  majorVersion,
  refuse,
  refuseTwins,
  type SecretSpec,
  selectorLabels,
} from '../core';
import { clusterNames, HTTP_PORT, TRANSPORT_PORT } from './names';
import { trafficRules } from './network-policies';
import { holdsData, isMasterEligible } from './node-roles';
import { masterLabel, NodeSet } from './nodes/node-set';
import { readinessScript } from './nodes/readiness';
import { prepareScript } from './nodes/scripts';
import { settingsYaml } from './nodes/settings';
import { initialMasterNodes, planStatefulSets } from './plan';
import type { ElasticsearchProps } from './props';
import { READINESS_ROLE, readinessRole, rolesYaml } from './roles';
import { clusterSecrets } from './secrets';
import { ingestMistakes } from './sizing/requirements';
import { mistakesOf } from './validation';
import { WARNINGS_ANNOTATION, warningsOf } from './warnings';

/**
 * An Elasticsearch cluster: TLS everywhere, all users declared, pods under PodSecurity `restricted`.
 *
 * @throws PropsError if the node sets cannot make a cluster that works, or one that holds `ingests`, with all mistakes at
 * once
 */
export class Elasticsearch extends Construct {
  /** How clients reach the cluster. */
  readonly endpoint: ElasticsearchEndpoint;

  /** The Secrets that the pods read, and `elastic`'s password for people. */
  readonly secrets: readonly SecretSpec[];

  /** The pods, in the order of a rolling restart. */
  readonly statefulSets: readonly k8s.KubeStatefulSet[];

  /** The HTTP API, served by all pods but dedicated masters. */
  readonly service: k8s.KubeService;

  /** Tells DNS which pods serve, so that a pod that starts knows whether it is alone. */
  readonly readyService: k8s.KubeService;

  /** The master-eligible pods, ready or not. */
  readonly discoveryService: k8s.KubeService;

  /** Identity of the pods, with no rights in the Kubernetes API. */
  readonly serviceAccount: k8s.KubeServiceAccount;

  /** What the cluster works without and should not go without, one sentence each; reviewers find it in an annotation. */
  readonly warnings: readonly string[];

  /** Lets only one pod of the whole cluster be evicted at a time. */
  readonly podDisruptionBudget: k8s.KubePodDisruptionBudget;

  /** Who may talk to the pods and to whom they may talk. */
  readonly networkPolicy: k8s.KubeNetworkPolicy;

  /** Holds `prepare.sh`, which makes the configuration directory of a pod, and `readiness.sh`, its probe. */
  readonly scripts: k8s.KubeConfigMap;

  /** Holds `roles.yml`, which the pods reload. */
  readonly roles: k8s.KubeConfigMap;

  constructor(scope: Construct, id: string, props: ElasticsearchProps) {
    super(scope, id);
    const { name = 'elasticsearch', version = DEFAULT_STACK_VERSION, allowMmap = true, zones = [], s3Storage } = props;
    const namespace = Chart.of(this).namespace ?? '';
    const mistakes = mistakesOf(props);
    refuse(this, [
      ...(namespace
        ? []
        : ['the chart must have a namespace, since certificates and URLs contain it, got none; set it']),
      // Only sizes that are well formed can be counted with.
      ...(mistakes.length > 0 ? mistakes : ingestMistakes({ nodeSets: props.nodeSets, ingests: props.ingests ?? [] })),
    ]);
    refuseTwins(this);

    const names = clusterNames(name);
    const identity = { name: 'elasticsearch', instance: name };
    const metadata = (of: string) => ({ name: of, labels: labels(identity) });
    const clientLabels = { [names.clientLabel]: 'true' };
    const serving = { ...selectorLabels(identity), [names.httpLabel]: 'true' };
    const plans = planStatefulSets(name, props.nodeSets, zones);
    const prepare = prepareScript({
      allowMmap,
      initialMasterNodes: initialMasterNodes(plans),
      s3Storage: s3Storage !== undefined,
    });

    this.endpoint = {
      url: `https://${names.http}.${namespace}.svc:${HTTP_PORT}`,
      majorVersion: majorVersion(version),
      clientLabels,
    };
    const readiness = readinessScript({
      url: this.endpoint.url,
      readyHost: `${names.ready}.${namespace}.svc`,
      discoveryHost: `${names.discovery}.${namespace}.svc`,
    });
    this.secrets = clusterSecrets({ ...props, name, namespace });
    this.scripts = new k8s.KubeConfigMap(this, 'scripts', {
      metadata: metadata(names.scripts),
      data: { 'prepare.sh': prepare, 'readiness.sh': readiness },
    });
    this.roles = new k8s.KubeConfigMap(this, 'roles', {
      metadata: metadata(names.roles),
      data: { 'roles.yml': rolesYaml({ ...props.roles, [READINESS_ROLE]: readinessRole() }) },
    });
    this.serviceAccount = new k8s.KubeServiceAccount(this, 'service-account', {
      metadata: metadata(name),
      automountServiceAccountToken: false,
    });
    this.networkPolicy = new k8s.KubeNetworkPolicy(this, 'network-policy', {
      metadata: metadata(name),
      spec: trafficRules({ cluster: name, namespace, clientLabels, props }),
    });
    this.warnings = warningsOf(props.nodeSets);
    this.podDisruptionBudget = new k8s.KubePodDisruptionBudget(this, 'disruption-budget', {
      metadata: {
        ...metadata(name),
        ...(this.warnings.length > 0 && { annotations: { [WARNINGS_ANNOTATION]: this.warnings.join('\n') } }),
      },
      // One for all node sets: one for each would let a pod of each be evicted at the same time.
      spec: { maxUnavailable: k8s.IntOrString.fromNumber(1), selector: { matchLabels: selectorLabels(identity) } },
    });
    this.service = new k8s.KubeService(this, 'service', {
      metadata: metadata(names.http),
      spec: {
        selector: serving,
        ports: [{ name: 'https', port: HTTP_PORT, targetPort: k8s.IntOrString.fromString('https') }],
      },
    });
    this.readyService = new k8s.KubeService(this, 'ready-service', {
      metadata: metadata(names.ready),
      spec: {
        clusterIp: 'None',
        selector: serving,
        ports: [{ name: 'https', port: HTTP_PORT }],
      },
    });
    this.discoveryService = new k8s.KubeService(this, 'discovery-service', {
      metadata: metadata(names.discovery),
      spec: {
        clusterIp: 'None',
        // The first master is elected by pods that are not ready yet.
        publishNotReadyAddresses: true,
        selector: { ...selectorLabels(identity), ...masterLabel(name) },
        ports: [{ name: 'transport', port: TRANSPORT_PORT }],
      },
    });

    const sets = plans.map((plan) => {
      const settings = settingsYaml({ cluster: name, namespace, plan, zones, allowMmap, s3Storage });
      return new NodeSet(this, plan.component, {
        cluster: name,
        plan,
        version,
        settings,
        // Not the roles, which Elasticsearch reloads, nor the probe, which is read each time it runs.
        podAnnotations: configHash({ 'elasticsearch.yml': settings, 'prepare.sh': prepare }),
        updateStrategy: props.updateStrategy ?? 'RollingUpdate',
        storageClass: props.storageClass,
        s3Storage,
      });
    });
    this.statefulSets = sets.map((set) => set.statefulSet);

    // Pods that start because of a change must find the changed configuration, and be let through the network.
    const read = [this.scripts, this.roles, this.serviceAccount, this.networkPolicy];
    // Where DNS does not know the one of those that are ready, a pod takes itself for the only one that could serve.
    const services = [this.discoveryService, this.readyService];
    for (const statefulSet of this.statefulSets) statefulSet.addDependency(...read, ...services);

    // Who deploys in the order of dependencies and waits, as Pulumi does, restarts one StatefulSet with data at a time.
    // Masters are left out: nothing becomes ready before they do.
    const chained = sets.filter((_, i) => waitsForOthers(plans[i]?.nodeSet.roles ?? []));
    chained.slice(1).forEach((set, i) => {
      set.statefulSet.addDependency(chained[i]?.statefulSet ?? set);
    });
  }
}

function waitsForOthers(roles: Parameters<typeof holdsData>[0]): boolean {
  return holdsData(roles) && !isMasterEligible(roles);
}
