import {
  etcdModule,
  etcdVersion,
  kubernetesModule,
  kubernetesVersion,
  kubeScoreModule,
  kubeScoreVersion,
  kwokModule,
  kwokVersion,
  languageHostModule,
  providerModule,
  pulumiKubernetesVersion,
  pulumiModule,
  pulumiVersion,
} from './modules';
import type { Checksum, Platform, Release, Tool, ToolName } from './tool';

/** Go's names of the platforms, which most publishers use in file names. */
const goPlatform = {
  'linux-x64': 'linux/amd64',
  'linux-arm64': 'linux/arm64',
  'darwin-x64': 'darwin/amd64',
  'darwin-arm64': 'darwin/arm64',
} as const;
const everyPlatform = Object.keys(goPlatform) as Platform[];
const dashed = (platform: Platform): string => goPlatform[platform].replace('/', '-');

/** dl.k8s.io serves the control plane for Linux only and kubectl for every platform, each file with a `.sha256` beside it. */
function kubernetes(
  name: ToolName,
  platforms: readonly Platform[],
  pinned: Partial<Record<Platform, string>>,
  range: string,
): Tool {
  const releases = Object.fromEntries(
    platforms.map((platform): [Platform, Release] => {
      const url = `https://dl.k8s.io/release/v${kubernetesVersion}/bin/${goPlatform[platform]}/${name}`;
      return [
        platform,
        { url, kind: 'binary', checksum: checksum(pinned[platform], `${url}.sha256`), provides: { [name]: '' } },
      ];
    }),
  );
  const versionArguments = name === 'kubectl' ? ['version', '--client'] : ['--version'];
  return { version: kubernetesVersion, installed: { range, versionArguments }, releases, module: kubernetesModule };
}

/** kwok publishes no checksums: only platforms with a pinned one are downloaded, the others are built. */
function kwok(name: 'kwok' | 'kwokctl', pinned: Partial<Record<Platform, string>>): Tool {
  const releases = Object.fromEntries(
    Object.entries(pinned).map(([platform, sha256]): [string, Release] => {
      const url = `https://github.com/kubernetes-sigs/kwok/releases/download/v${kwokVersion}/${name}-${dashed(platform as Platform)}`;
      return [platform, { url, kind: 'binary', checksum: { sha256 }, provides: { [name]: '' } }];
    }),
  );
  return {
    version: kwokVersion,
    installed: { range: '~0.8.0', versionArguments: ['--version'] },
    releases,
    module: kwokModule,
  };
}

function checksum(pinned: string | undefined, file: string): Checksum {
  return pinned === undefined ? { file } : { sha256: pinned };
}

function etcdRelease(platform: 'linux-x64' | 'linux-arm64', sha256: string): Release {
  const folder = `etcd-v${etcdVersion}-${dashed(platform)}`;
  const url = `https://github.com/etcd-io/etcd/releases/download/v${etcdVersion}/${folder}.tar.gz`;
  return { url, kind: 'tar.gz', checksum: { sha256 }, provides: { etcd: `${folder}/etcd` } };
}

const kubeScoreReleases = Object.fromEntries(
  everyPlatform.map((platform): [Platform, Release] => {
    const folder = `https://github.com/zegl/kube-score/releases/download/v${kubeScoreVersion}`;
    return [
      platform,
      {
        url: `${folder}/kube-score_${kubeScoreVersion}_${goPlatform[platform].replace('/', '_')}.tar.gz`,
        kind: 'tar.gz',
        checksum: { file: `${folder}/checksums.txt` },
        provides: { 'kube-score': 'kube-score' },
      },
    ];
  }),
);

/** One archive holds the command line and its language hosts. */
const pulumiReleases = Object.fromEntries(
  everyPlatform.map((platform): [Platform, Release] => {
    const folder = `https://github.com/pulumi/pulumi/releases/download/v${pulumiVersion}`;
    return [
      platform,
      {
        url: `${folder}/pulumi-v${pulumiVersion}-${platform}.tar.gz`,
        kind: 'tar.gz',
        checksum: { file: `${folder}/pulumi-${pulumiVersion}-checksums.txt` },
        provides: { pulumi: 'pulumi/pulumi', 'pulumi-language-nodejs': 'pulumi/pulumi-language-nodejs' },
      },
    ];
  }),
);

const providerReleases = Object.fromEntries(
  everyPlatform.map((platform): [Platform, Release] => {
    const folder = `https://github.com/pulumi/pulumi-kubernetes/releases/download/v${pulumiKubernetesVersion}`;
    return [
      platform,
      {
        url: `${folder}/pulumi-resource-kubernetes-v${pulumiKubernetesVersion}-${dashed(platform)}.tar.gz`,
        kind: 'tar.gz',
        checksum: { file: `${folder}/pulumi-kubernetes_${pulumiKubernetesVersion}_checksums.txt` },
        provides: { 'pulumi-resource-kubernetes': 'pulumi-resource-kubernetes' },
      },
    ];
  }),
);

const linux = ['linux-x64', 'linux-arm64'] as const;
/** The parts of one control plane must be of one minor version, so an installed one of another is not taken. */
const sameMinor = '~1.36.0';

/**
 * The one table of tools and versions.
 *
 * Pinned checksums: etcd and kubectl as Kubespray records them, the API server and the controller manager for linux-x64 and
 * kwok as public deployments that checked them against the publisher record them. Where none is pinned, see {@link Checksum}.
 * On macOS the control plane and etcd are built from Go modules: no official binaries with checksums are published for it.
 */
export const tools: Readonly<Record<ToolName, Tool>> = {
  etcd: {
    version: etcdVersion,
    installed: { range: '>=3.5.10 <3.8.0', versionArguments: ['--version'] },
    releases: {
      'linux-x64': etcdRelease('linux-x64', 'ffe840ff9295808e88cce2794a18a5ac87f12a5203c8314d0bf6aa119b41bac5'),
      'linux-arm64': etcdRelease('linux-arm64', 'fa1b80565ee6fc2df1ae6f57a508b221f3ecc7d591c317c581cd8281b0842b3e'),
    },
    module: etcdModule,
  },
  'kube-apiserver': kubernetes(
    'kube-apiserver',
    linux,
    { 'linux-x64': '6770be17296ef36b656ad84e52b043007fb9a47ba0445c224097323291b1b33b' },
    sameMinor,
  ),
  'kube-controller-manager': kubernetes(
    'kube-controller-manager',
    linux,
    { 'linux-x64': '6332e45474baf6362f50394d8f7c6002274db04d68fe51dbe2229ef5c0b21e3c' },
    sameMinor,
  ),
  'kube-scheduler': kubernetes('kube-scheduler', linux, {}, sameMinor),
  // kubectl may be one minor version older or newer than the API server (Kubernetes' version skew policy).
  kubectl: kubernetes(
    'kubectl',
    everyPlatform,
    {
      'linux-x64': '1e9045ec32bea85da43de85f0065358529ea7c7a152eca78154fba5b58c27d82',
      'linux-arm64': 'c957eb8c4bea27a3bb35b269edd9082e27f027f7b76b20b5bf4afebc726c6d3e',
    },
    '>=1.35.0 <1.38.0',
  ),
  kwok: kwok('kwok', {
    'linux-x64': 'f5a4385a2ae1b9dd7f8acae18e002a75c0ebba124ae9d7259aa8dadb50711f46',
    'darwin-arm64': '69a064ec98d37844d9d742b5b28ff57825659a983ccc3e208daa6948b94d64ba',
  }),
  kwokctl: kwok('kwokctl', {
    'linux-x64': 'd5743166c657283d6e827c7c4c20cacfd9009fd94830f06718ca7b2c7099461f',
    'darwin-arm64': '9323a59adb9c27854bd2a76652ad00258bcbb68acc40aba0dc21e362b67b7d6a',
  }),
  'kube-score': {
    version: kubeScoreVersion,
    installed: { range: kubeScoreVersion, versionArguments: ['version'] },
    releases: kubeScoreReleases,
    module: kubeScoreModule,
  },
  pulumi: {
    version: pulumiVersion,
    // At least the version of the npm package @pulumi/pulumi in use.
    installed: { range: '>=3.248.0 <4.0.0', versionArguments: ['version'] },
    releases: pulumiReleases,
    module: pulumiModule,
  },
  'pulumi-language-nodejs': { version: pulumiVersion, releases: pulumiReleases, module: languageHostModule },
  'pulumi-resource-kubernetes': {
    version: pulumiKubernetesVersion,
    installed: { range: pulumiKubernetesVersion, versionArguments: ['--version'] },
    releases: providerReleases,
    module: providerModule,
  },
};

/** The platform of this process, or undefined where the embedded cluster does not run. */
export function currentPlatform(): Platform | undefined {
  const platform = `${process.platform}-${process.arch}`;
  return everyPlatform.find((known) => known === platform);
}
