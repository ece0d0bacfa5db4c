/**
 * Checks what a package manager can get wrong, before the first import that would fail with a message that names neither
 * the mistake nor the remedy. Modules are required by literal names, so that bundlers still see them.
 */

/** Versions of the peers, as in `package.json`. */
const PEERS = 'cdk8s@^2.70.0 cdk8s-plus-28@^2.5.0 constructs@^10.4.0';

const NODE = 20;

/** @throws Error if the running Node is older than we are tested with */
export function requireNode(version: string): void {
  if (Number.parseInt(version, 10) >= NODE) return;
  throw new Error(`cdk8s-efk needs Node ${NODE} or newer, got ${version}; install one, for instance: nvm install 22`);
}

/**
 * Loads a peer.
 *
 * @param peers what to install if it is missing, as arguments of `npm install`
 * @throws Error if the peer, or something that it needs, is not installed
 */
export function requirePeer<T>(load: () => T, peers: string): T {
  try {
    return load();
  } catch (error) {
    // The package of the module; a path is a broken installation, of which the error itself says more.
    const [, missing] = /^Cannot find module '((?:@[^/']+\/)?[^./'][^/']*)/.exec((error as Error).message) ?? [];
    if (missing === undefined) throw error;
    throw new Error(`cdk8s-efk needs the package ${missing}, which is not installed; run: npm install ${peers}`);
  }
}

/** @throws Error if cdk8s was loaded with another copy of `constructs` than ours */
export function requireOneCopy(ours: typeof import('constructs'), { Chart }: typeof import('cdk8s')): void {
  // A chart extends the class of the copy that cdk8s was loaded with.
  if (Object.getPrototypeOf(Chart) === ours.Construct) return;
  throw new Error('cdk8s and cdk8s-efk use different copies of the package constructs (must be one); run: npm dedupe');
}

requireNode(process.versions.node);
requireOneCopy(
  requirePeer(() => require('constructs'), PEERS),
  requirePeer(() => require('cdk8s'), PEERS),
);
requirePeer(() => require('cdk8s-plus-28'), PEERS);
