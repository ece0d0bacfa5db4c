import type { GoModule } from './tool';

/** Pinned version of the control plane and of kubectl. */
export const kubernetesVersion = '1.36.2';
/** Pinned version of etcd. */
export const etcdVersion = '3.6.14';
/** Pinned version of kwok and kwokctl. */
export const kwokVersion = '0.8.0';
/** Pinned version of kube-score: another one would have other checks. */
export const kubeScoreVersion = '1.20.0';
/** Pinned version of Pulumi's command line. */
export const pulumiVersion = '3.259.0';
/** Must equal the version of the npm package `@pulumi/kubernetes`: the engine asks for exactly this provider. */
export const pulumiKubernetesVersion = '4.25.0';

/** The control plane and kubectl. */
export const kubernetesModule: GoModule = {
  folder: 'kubernetes',
  provides: {
    'kube-apiserver': 'kube-apiserver',
    'kube-controller-manager': 'kube-controller-manager',
    'kube-scheduler': 'kube-scheduler',
    kubectl: 'kubectl',
  },
  stamps: [
    `k8s.io/component-base/version.gitVersion=v${kubernetesVersion}`,
    'k8s.io/component-base/version.gitMajor=1',
    'k8s.io/component-base/version.gitMinor=36',
    `k8s.io/client-go/pkg/version.gitVersion=v${kubernetesVersion}`,
  ],
  minutes: 5,
};

/** The store of the API server. */
export const etcdModule: GoModule = { folder: 'etcd', provides: { etcd: 'server' }, stamps: [], minutes: 1 };

/** Simulated nodes, and the program that starts a cluster of them. */
export const kwokModule: GoModule = {
  folder: 'kwok',
  provides: { kwok: 'kwok', kwokctl: 'kwokctl' },
  stamps: [`sigs.k8s.io/kwok/pkg/consts.Version=v${kwokVersion}`],
  minutes: 2,
};

/** Checks of manifests. */
export const kubeScoreModule: GoModule = {
  folder: 'kube-score',
  provides: { 'kube-score': 'kube-score' },
  stamps: [`main.version=${kubeScoreVersion}`],
  minutes: 2,
};

/** Pulumi's command line. */
export const pulumiModule: GoModule = {
  folder: 'pulumi',
  provides: { pulumi: 'pulumi' },
  stamps: [`github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${pulumiVersion}`],
  minutes: 4,
};

/** The language host of an older line (see its go.mod): it drives the newer command line and npm packages. */
export const languageHostModule: GoModule = {
  folder: 'pulumi-language-nodejs',
  provides: { 'pulumi-language-nodejs': 'pulumi-language-nodejs' },
  stamps: [],
  minutes: 1,
};

/** Built from the last commit the Go module proxy serves before the pinned release. */
export const providerModule: GoModule = {
  folder: 'pulumi-kubernetes',
  provides: { 'pulumi-resource-kubernetes': 'pulumi-kubernetes' },
  stamps: [`github.com/pulumi/pulumi-kubernetes/provider/v4/pkg/version.Version=${pulumiKubernetesVersion}`],
  embeds: {
    module: 'github.com/pulumi/pulumi-kubernetes/provider/v4',
    files: ['cmd/pulumi-resource-kubernetes/schema.json', 'cmd/pulumi-resource-kubernetes/terraform-mapping.json'],
  },
  minutes: 8,
};
