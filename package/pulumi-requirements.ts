import { requirePeer } from './requirements';

/** Versions of the optional peers, as in `package.json`. */
const PEERS = '@pulumi/pulumi@^3.248.0 @pulumi/kubernetes@^4.25.0';

requirePeer(() => require('@pulumi/pulumi'), PEERS);
// Not the package itself, which takes long to load and is not needed: its version selects the provider.
requirePeer(() => require('@pulumi/kubernetes/package.json'), PEERS);
