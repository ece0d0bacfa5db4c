import type { Toolchain } from '../toolchain';
import type { ToolName } from '../toolchain/tool';
import { tools as toolTable } from '../toolchain/versions';
import { freePorts } from './ports';

/** Tools of the cluster itself. */
export const clusterTools = [
  'etcd',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kubectl',
  'kwok',
  'kwokctl',
] as const satisfies readonly ToolName[];

/** Paths of the tools of the cluster itself. */
export type ClusterTools = Toolchain<(typeof clusterTools)[number]>;

/** An address for documentation (RFC 5737): nothing is ever there. */
const nowhere = '192.0.2.1';

/**
 * Configuration of kwokctl for a cluster whose every port is open on the loopback interface only.
 *
 * By itself kwokctl lets every component listen on all interfaces, etcd without any authentication. Arguments given here
 * come after its own, and the later one of a flag wins.
 *
 * @param port of the API server. @default - a free one
 */
export async function kwokConfiguration(tools: ClusterTools, port?: number): Promise<string> {
  const [etcd = 0, etcdPeer = 0, controllerManager = 0, scheduler = 0, kwok = 0, apiServer = 0] = await freePorts(6);
  const loopback = { 'bind-address': '127.0.0.1' };
  return JSON.stringify({
    apiVersion: 'config.kwok.x-k8s.io/v1alpha1',
    kind: 'KwokctlConfiguration',
    options: {
      runtime: 'binary',
      kubeVersion: `v${toolTable['kube-apiserver'].version}`,
      etcdBinary: tools.etcd,
      kubeApiserverBinary: tools['kube-apiserver'],
      kubeControllerManagerBinary: tools['kube-controller-manager'],
      kubeSchedulerBinary: tools['kube-scheduler'],
      kubectlBinary: tools.kubectl,
      kwokControllerBinary: tools.kwok,
      etcdPort: etcd,
      etcdPeerPort: etcdPeer,
      kubeApiserverPort: port ?? apiServer,
      kubeControllerManagerPort: controllerManager,
      kubeSchedulerPort: scheduler,
      kwokControllerPort: kwok,
    },
    componentsPatches: [
      patch('etcd', {
        'listen-client-urls': `http://127.0.0.1:${etcd}`,
        'advertise-client-urls': `http://127.0.0.1:${etcd}`,
        'listen-peer-urls': `http://127.0.0.1:${etcdPeer}`,
        'initial-advertise-peer-urls': `http://127.0.0.1:${etcdPeer}`,
        'initial-cluster': `node0=http://127.0.0.1:${etcdPeer}`,
      }),
      // Without a network the API server finds no address to advertise. Nothing on a simulated node would use it.
      patch('kube-apiserver', { ...loopback, 'advertise-address': nowhere }),
      patch('kube-controller-manager', { ...loopback, 'enable-hostpath-provisioner': 'true' }),
      patch('kube-scheduler', loopback),
      patch('kwok-controller', { 'server-address': `127.0.0.1:${kwok}` }),
    ],
  });
}

function patch(name: string, args: Readonly<Record<string, string>>): object {
  return { name, extraArgs: Object.entries(args).map(([key, value]) => ({ key, value })) };
}
