import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

import type { Critical } from './score';

const waivers = z.array(
  z.strictObject({
    check: z.string(),
    says: z.array(z.string()).min(1),
    containers: z.array(z.string()).min(1),
    reason: z.string().min(80),
    source: z.url(),
  }),
);

/** An argued exception: a check, what it says, and of which containers (`Kind namespace/name container`, with `*`). */
export type KubeScoreWaiver = z.infer<typeof waivers>[number];

/** The committed exceptions. */
export function readWaivers(): KubeScoreWaiver[] {
  return waivers.parse(parse(readFileSync(join(__dirname, '../../../review/kube-score-waivers.yaml'), 'utf8')));
}

/** Criticals for which no waiver is. */
export function unwaived(criticals: readonly Critical[], waivers: readonly KubeScoreWaiver[]): Critical[] {
  return criticals.filter((critical) => !parts(waivers).some((part) => covers(part, critical)));
}

/** The parts of waivers that nothing needs, one line each. */
export function needless(criticals: readonly Critical[], waivers: readonly KubeScoreWaiver[]): string[] {
  return parts(waivers)
    .filter((part) => !criticals.some((critical) => covers(part, critical)))
    .map(({ check, says, container }) => `${check}, ${says}: ${container}`);
}

interface Part {
  readonly check: string;
  readonly says: string;
  readonly container: string;
}

function parts(waivers: readonly KubeScoreWaiver[]): Part[] {
  return waivers.flatMap(({ check, says, containers }) =>
    says.flatMap((sentence) => containers.map((container) => ({ check, says: sentence, container }))),
  );
}

function covers({ check, says, container }: Part, critical: Critical): boolean {
  const [object = '', name] = [container.slice(0, container.lastIndexOf(' ')), container.split(' ').at(-1)];
  const [prefix = '', suffix] = object.split('*');
  const isObject =
    suffix === undefined
      ? critical.object === object
      : critical.object.startsWith(prefix) && critical.object.endsWith(suffix);
  return critical.check === check && critical.says === says && critical.container === name && isObject;
}
