import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';

const TRY_OUT = 'or try it out without a cluster: npm run up';

/** Which cluster is meant. */
export interface KubeconfigOptions {
  /**
   * Environment variables; `KUBECONFIG` and `KUBERNETES_SERVICE_HOST` count.
   *
   * @default - those of this process
   */
  readonly environment?: NodeJS.ProcessEnv;

  /**
   * Context that must be in the kubeconfig.
   *
   * @default - the current context, of which there must be one
   */
  readonly context?: string;
}

/**
 * What is wrong with the kubeconfig, or nothing. The provider would take the name of a file that does not exist for the
 * content of a kubeconfig, and complain about JSON.
 *
 * @returns one sentence with the remedy; undefined if a cluster is named
 */
export function kubeconfigMistake({ environment = process.env, context }: KubeconfigOptions = {}): string | undefined {
  // In a pod the provider uses the service account.
  if (!environment.KUBECONFIG && environment.KUBERNETES_SERVICE_HOST) return undefined;

  const named = environment.KUBECONFIG?.split(delimiter).filter((path) => path !== '') ?? [];
  const paths = named.length > 0 ? named : [join(environment.HOME ?? homedir(), '.kube', 'config')];
  const files = paths.filter(existsSync);
  if (files.length === 0) {
    const where = named.length > 0 ? 'KUBECONFIG' : 'kubeconfig';
    return `[${where}] must be a file that exists, got ${paths.join(delimiter)}; set KUBECONFIG to the file of your cluster, ${TRY_OUT}`;
  }

  const configurations: Kubeconfig[] = [];
  for (const file of files) {
    const configuration = kubeconfig(file);
    if (!configuration)
      return `[${file}] must be a kubeconfig in YAML, got something else; correct KUBECONFIG, ${TRY_OUT}`;
    configurations.push(configuration);
  }
  return contextMistake(files.join(delimiter), configurations, context);
}

function contextMistake(where: string, configurations: readonly Kubeconfig[], context?: string): string | undefined {
  const known = configurations.flatMap(({ contexts }) => contexts ?? []).map(({ name }) => name);
  const wanted = context ?? configurations.map((configuration) => configuration['current-context']).find(Boolean);
  if (wanted !== undefined && known.includes(wanted)) return undefined;
  const names = known.join(', ') || 'none';
  return wanted === undefined
    ? `[${where}] must have a current context, got none; run kubectl config use-context with one of ${names}`
    : `[${where}] must have the context '${wanted}', got ${names}; correct kubernetes:context or the current context`;
}

/** What of a kubeconfig matters here. */
interface Kubeconfig {
  readonly contexts?: readonly { readonly name: string }[] | null;
  readonly 'current-context'?: string;
}

function kubeconfig(file: string): Kubeconfig | undefined {
  try {
    const content: unknown = parse(readFileSync(file, 'utf8'));
    return typeof content === 'object' && content !== null && 'contexts' in content
      ? (content as Kubeconfig)
      : undefined;
  } catch {
    // Unreadable and malformed files get the same answer: this is not a kubeconfig.
    return undefined;
  }
}
