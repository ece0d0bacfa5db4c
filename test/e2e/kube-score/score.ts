import { run } from '../../../local/run';
import { ensureTools } from '../../../local/toolchain';

/** Something that kube-score calls critical. */
export interface Critical {
  /** Id of the check. */
  readonly check: string;

  /** `Kind namespace/name`. */
  readonly object: string;

  /** Name of the container; empty if it is about the object. */
  readonly container: string;

  /** What is wrong, in a sentence of kube-score. */
  readonly says: string;

  /** kube-score's explanation. */
  readonly explanation: string;
}

/** What we read of kube-score's JSON. */
interface Scored {
  readonly type_meta: { readonly kind: string };
  readonly object_meta: { readonly name: string; readonly namespace?: string };
  readonly checks: readonly {
    readonly check: { readonly id: string; readonly name: string };
    readonly grade: number;
    readonly skipped: boolean;
    readonly comments: readonly { path: string; summary: string; description: string }[] | null;
  }[];
}

const CRITICAL = 1;

/** The oldest version of Kubernetes that is supported. */
const KUBERNETES = 'v1.28';

/** Everything critical in manifests that are deployed together, as the real kube-score sees it. */
export async function criticals(files: readonly string[]): Promise<Critical[]> {
  const { 'kube-score': program } = await ensureTools(['kube-score'], { report: console.log });
  const args = ['score', '--output-format', 'json', '--kubernetes-version', KUBERNETES, ...files];
  const { stdout, stderr, code } = await run(program, args);
  // 1 means that something is critical, and also that the manifests could not be read.
  if (code > 1 || !stdout.startsWith('[')) throw new Error(`kube-score ended with ${code}: ${stderr}`);
  return (JSON.parse(stdout) as Scored[]).flatMap(({ type_meta, object_meta, checks }) =>
    checks
      .filter(({ grade, skipped }) => !skipped && grade <= CRITICAL)
      .flatMap(({ check, comments }) =>
        (comments?.length ? comments : [{ path: '', summary: check.name, description: '' }]).map((comment) => ({
          check: check.id,
          object: `${type_meta.kind} ${object_meta.namespace}/${object_meta.name}`,
          container: comment.path,
          says: comment.summary,
          explanation: comment.description,
        })),
      ),
  );
}

/** `[CRITICAL] check, object container: sentence`, and the explanation. */
export function text({ check, object, container, says, explanation }: Critical): string {
  return `[CRITICAL] ${check}, ${[object, container].filter(Boolean).join(' ')}: ${says}\n    ${explanation}`;
}
