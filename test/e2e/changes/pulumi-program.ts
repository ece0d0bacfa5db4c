import { cpSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Cluster } from '../../../local/cluster';
import { openStack, type Stack } from '../../../local/pulumi';
import type { KubernetesObject } from '../../../review/manifests/kubernetes-object';

const REPOSITORY = join(__dirname, '../../..');

/** What a program needs of the repository to make objects as a deployment does. */
const SOURCES = ['stacks/pulumi/kubernetes-object.ts', 'stacks/tsconfig.json', 'tsconfig.json', 'package.json'];

/** Makes the objects of a file; with the options of `deployEnvironment`. */
const PROGRAM = `import { readFileSync } from 'node:fs';
import { Provider } from '@pulumi/kubernetes';
import { KubernetesObject } from './pulumi/kubernetes-object';

const provider = new Provider('kubernetes', { enableConfigMapMutable: true, enableSecretMutable: true });
const { surroundings, objects } = JSON.parse(readFileSync('objects.json', 'utf8'));
const dependsOn = surroundings.map((object: any) => new KubernetesObject(object, { provider }));
for (const object of objects) new KubernetesObject(object, { provider, dependsOn });
`;

/** What Pulumi did to an object. */
export type Outcome = 'same' | 'update' | 'replace' | 'delete' | 'create' | 'refused';

/** A Pulumi program that makes whatever objects it is given, each as the resources of a deployment are made. */
export class PulumiProgram {
  private constructor(
    private readonly stack: Stack,
    private readonly project: string,
  ) {}

  static async open(cluster: Cluster): Promise<PulumiProgram> {
    const project = mkdtempSync(join(cluster.folder, 'program-'));
    for (const source of SOURCES) cpSync(join(REPOSITORY, source), join(project, source));
    symlinkSync(join(REPOSITORY, 'node_modules'), join(project, 'node_modules'));
    writeFileSync(join(project, 'Pulumi.yaml'), 'name: table\nmain: stacks/table.ts\nruntime: nodejs\n');
    writeFileSync(join(project, 'stacks/table.ts'), PROGRAM);
    return new PulumiProgram(await openStack({ cluster, stack: 'table', project, report: console.log }), project);
  }

  /**
   * `pulumi up`, which goes on when an object fails.
   *
   * @param surroundings what must be there before everything else
   * @returns what became of each object, by its name
   */
  async up(
    surroundings: readonly KubernetesObject[],
    objects: readonly KubernetesObject[],
  ): Promise<ReadonlyMap<string, Outcome>> {
    writeFileSync(join(this.project, 'stacks/objects.json'), JSON.stringify({ surroundings, objects }));
    const { stdout, stderr } = await this.stack.up({ args: ['--json', '--continue-on-error'] });
    const outcomes = new Map<string, Outcome>();
    for (const line of stdout.split('\n').filter(Boolean)) {
      const { resOutputsEvent, resOpFailedEvent } = JSON.parse(line) as EngineEvent;
      const { urn, op } = (resOutputsEvent ?? resOpFailedEvent)?.metadata ?? {};
      if (urn === undefined || op === undefined) continue;
      // The deletion and the creation that a replacement consists of have names of their own.
      const outcome = resOpFailedEvent ? 'refused' : OUTCOMES[op];
      if (outcome) outcomes.set(urn.split('/').at(-1) ?? '', outcome);
    }
    if (outcomes.size === 0) throw new Error(stderr + stdout);
    return outcomes;
  }
}

/** What Pulumi writes about a resource. */
interface EngineEvent {
  readonly resOutputsEvent?: { readonly metadata: { readonly urn: string; readonly op: string } };
  readonly resOpFailedEvent?: { readonly metadata: { readonly urn: string; readonly op: string } };
}

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  same: 'same',
  update: 'update',
  replace: 'replace',
  delete: 'delete',
  create: 'create',
};
