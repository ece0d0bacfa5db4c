import { readLock } from './gems';
import { launchHere } from './launch';
import type { Command, Launched, Place, Program } from './place';
import { gemEnvironment, gemFolder } from './ways/bundle';

/** Where the gems lie in the folder of the distribution. */
export const HOME = '/opt/fluentd';

/** Authorities that this machine trusts. */
export const AUTHORITIES = '/etc/ssl/certs/ca-certificates.crt';

const SEARCH_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * Runs a program in a folder with a distribution, with folders of this machine at the same paths. In a mount namespace of its
 * own, which ends with the program: nothing stays mounted, whatever happens.
 */
const ENTER = `
set -e
root=$1 cwd=$2
shift 2
mount --rbind /proc "$root/proc"
mount --rbind /dev "$root/dev"
mount -t tmpfs tmpfs "$root/tmp"
for file in /etc/hosts /etc/resolv.conf; do
  [ ! -e "$file" ] || mount --bind "$file" "$root$file"
done
while [ "$1" != -- ]; do
  mkdir -p "$root$1"
  mount --rbind "$1" "$root$1"
  shift
done
shift
exec chroot "$root" /bin/sh -c 'cd "$0" && exec "$@"' "$cwd" "$@"
`;

/** How to run a program within `root`. */
export function enter(root: string, { name, args, env, cwd, folders }: Program): Command {
  return {
    program: 'unshare',
    args: ['--mount', '/bin/sh', '-c', ENTER, 'enter', root, cwd, ...new Set(folders), '--', name, ...args],
    env: { HOME: '/root', PATH: SEARCH_PATH, LANG: 'C.UTF-8', SSL_CERT_FILE: AUTHORITIES, ...env },
  };
}

/** A folder with a distribution in which the gems are installed. */
export class Chroot implements Place {
  private constructor(
    private readonly root: string,
    readonly description: string,
    private readonly gems: string,
  ) {}

  /** @param suite release of the distribution, for the description */
  static async open(root: string, suite: string): Promise<Chroot> {
    const description = `fluentd ${readLock().versions.get('fluentd')} on ${suite} in ${root}`;
    return new Chroot(root, description, await gemFolder(HOME, root));
  }

  command(program: Program): Command {
    const env = { ...gemEnvironment(this.gems), PATH: `${this.gems}/bin:${SEARCH_PATH}`, ...program.env };
    return enter(this.root, { ...program, env });
  }

  launch(program: Program, log: string): Promise<Launched> {
    return launchHere(this.command(program), program.cwd, log);
  }
}
