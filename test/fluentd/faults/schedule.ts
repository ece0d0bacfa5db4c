import { setTimeout as sleep } from 'node:timers/promises';
import type { Faults } from '../elasticsearch/faults';
import type { PipelineRun } from '../run/pipeline-run';

/** What Elasticsearch does while it is there. */
const BEHAVIOURS = {
  well: {},
  slow: { delay: 3_000 },
  busy: { refusedRequests: 1 / 3, status: 429 },
  rejecting: { rejectedDocuments: 1 / 3 },
  overloaded: { rejectedDocuments: 1 },
  unavailable: { refusedRequests: 1 / 2, status: 503 },
  silent: { lostAnswers: 0.3 },
} as const satisfies Record<string, Faults>;

/** How Elasticsearch behaves; `away` when it takes no connections. */
export type Condition = keyof typeof BEHAVIOURS | 'away';

/** All of them. */
export const CONDITIONS: readonly Condition[] = ['away', ...(Object.keys(BEHAVIOURS) as (keyof typeof BEHAVIOURS)[])];

/** Something that happens to the pipeline: its process ends and starts again, or Elasticsearch changes. */
export type Fault = 'terminate' | 'kill' | Condition;

/** Faults with the seconds that pass before each. */
export type Schedule = readonly (readonly [seconds: number, fault: Fault])[];

/** Makes everything happen, one after the other. */
export async function happen(run: PipelineRun, schedule: Schedule): Promise<void> {
  for (const [seconds, fault] of schedule) {
    await sleep(seconds * 1_000);
    if (fault === 'terminate' || fault === 'kill') await run.fluentd[fault]();
    else await become(run, fault);
  }
}

/** The kubelet of a node that writes much: what is not read within a quarter of a minute is removed. */
export const ROTATION = { everySeconds: 3, maxSize: 64 * 1024, maxFiles: 5 } as const;

/** Changes how Elasticsearch behaves. */
export async function become({ elasticsearch }: PipelineRun, condition: Condition): Promise<void> {
  if (condition === 'away') return elasticsearch.leave();
  elasticsearch.faults = BEHAVIOURS[condition];
  await elasticsearch.comeBack();
}
