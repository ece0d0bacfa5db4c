/** Platforms the embedded cluster runs on, in the words of `process.platform` and `process.arch`. */
export type Platform = 'linux-x64' | 'linux-arm64' | 'darwin-x64' | 'darwin-arm64';

/** Every program the embedded cluster and a Pulumi deployment to it need. */
export type ToolName =
  | 'etcd'
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'kube-scheduler'
  | 'kubectl'
  | 'kwok'
  | 'kwokctl'
  | 'pulumi'
  | 'pulumi-language-nodejs'
  | 'pulumi-resource-kubernetes';

/**
 * How a download is checked.
 *
 * - `sha256`: the checksum is pinned here; nothing else is accepted, whoever serves the file.
 * - `file`: no pinned checksum could be had for this platform, so the file of checksums that the publisher puts beside the
 *   release is used. That protects against corruption and truncation, not against a compromised publisher.
 */
export type Checksum = { readonly sha256: string } | { readonly file: string };

/** An official release: one file to download, and where the tools lie in it. */
export interface Release {
  readonly url: string;
  /** `binary`: the file is the program; `tar.gz`: the programs lie in it at the paths of `provides`. */
  readonly kind: 'binary' | 'tar.gz';
  readonly checksum: Checksum;
  /** Tool to path inside the archive; for `binary` the path is unused and empty. */
  readonly provides: Partial<Record<ToolName, string>>;
}

/** A pinned Go module under `tools/` that builds tools where no official binary can be had. */
export interface GoModule {
  /** Folder under `tools/`. */
  readonly folder: string;
  /** Tool to the name Go gives its program: the last part of the package's path. */
  readonly provides: Partial<Record<ToolName, string>>;
  /** Values for `-ldflags`, so that the programs report the version they are. */
  readonly stamps: readonly string[];
  /** Generated files the main package embeds: copied from a module of the module cache before the build. */
  readonly embeds?: { readonly module: string; readonly files: readonly string[] };
  /** Typical duration with empty Go caches on two cores. In minutes. */
  readonly minutes: number;
}

/** How an installed program is recognised and which versions of it are good enough. */
export interface Installed {
  /** semver range. */
  readonly range: string;
  /** Arguments that make it print its version. */
  readonly versionArguments: readonly string[];
}

/** One tool: its pinned version and the ways to get it. */
export interface Tool {
  readonly version: string;
  /** @default - an installed one is never used, because there is no way to ask its version */
  readonly installed?: Installed;
  /** @default - nothing is published for the platform: it is built from `module` */
  readonly releases: Partial<Record<Platform, Release>>;
  readonly module: GoModule;
}

const kubernetesVersion = '1.36.2';
const etcdVersion = '3.6.14';
const kwokVersion = '0.8.0';
const pulumiVersion = '3.259.0';
/** Must equal the version of the npm package `@pulumi/kubernetes`: the engine asks for exactly this provider. */
export const pulumiKubernetesVersion = '4.25.0';

const kubernetesModule: GoModule = {
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

const etcdModule: GoModule = { folder: 'etcd', provides: { etcd: 'server' }, stamps: [], minutes: 1 };

const kwokModule: GoModule = {
  folder: 'kwok',
  provides: { kwok: 'kwok', kwokctl: 'kwokctl' },
  stamps: [`sigs.k8s.io/kwok/pkg/consts.Version=v${kwokVersion}`],
  minutes: 2,
};

const pulumiModule: GoModule = {
  folder: 'pulumi',
  provides: { pulumi: 'pulumi' },
  stamps: [`github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${pulumiVersion}`],
  minutes: 4,
};

/** The language host of an older line (see its go.mod): it drives the newer command line and npm packages. */
const languageHostModule: GoModule = {
  folder: 'pulumi-language-nodejs',
  provides: { 'pulumi-language-nodejs': 'pulumi-language-nodejs' },
  stamps: [],
  minutes: 1,
};

/** Built from the last commit the Go module proxy serves before the pinned release. */
const providerModule: GoModule = {
  folder: 'pulumi-kubernetes',
  provides: { 'pulumi-resource-kubernetes': 'pulumi-kubernetes' },
  stamps: [`github.com/pulumi/pulumi-kubernetes/provider/v4/pkg/version.Version=${pulumiKubernetesVersion}`],
  embeds: {
    module: 'github.com/pulumi/pulumi-kubernetes/provider/v4',
    files: ['cmd/pulumi-resource-kubernetes/schema.json', 'cmd/pulumi-resource-kubernetes/terraform-mapping.json'],
  },
  minutes: 8,
};

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
