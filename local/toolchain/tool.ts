/** Platforms the embedded cluster runs on, in the words of `process.platform` and `process.arch`. */
export type Platform = 'linux-x64' | 'linux-arm64' | 'darwin-x64' | 'darwin-arm64';

/** Every program that the embedded cluster, a Pulumi deployment to it and the tests of the manifests need. */
export type ToolName =
  | 'etcd'
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'kube-scheduler'
  | 'kubectl'
  | 'kwok'
  | 'kwokctl'
  | 'kube-score'
  | 'pulumi'
  | 'pulumi-language-nodejs'
  | 'pulumi-resource-kubernetes';

/**
 * How a download is checked.
 *
 * - `sha256`: the checksum is pinned here; nothing else is accepted, from any server.
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
