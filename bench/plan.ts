import { planElasticsearch } from '../constructs/elasticsearch';
import { medianDurations } from './measure';

/** Calls in one measurement: a single one is shorter than the clock can tell. */
const CALLS = 1000;

/** What a call may take, in milliseconds. */
const TARGET = 5;

const props = {
  dailyIngest: '200Gi',
  warmMinAge: '2d',
  coldMinAge: '30d',
  retention: '365d',
  replicas: 1,
  zones: 3,
} as const;

// The floor is to parse the same values from text and to write the outcome: what any program would have to do.
const text = JSON.stringify(props);
const outcome = planElasticsearch(props);
const [plan = 0, floor = 0] = medianDurations(
  [() => repeat(() => planElasticsearch(props)), () => repeat(() => [JSON.parse(text), JSON.stringify(outcome)])],
  30,
  5,
).map((milliseconds) => milliseconds / CALLS);

console.log(
  `planElasticsearch: ${(plan * 1000).toFixed(1)} us a call (at most ${TARGET * 1000}); floor, JSON of the same values: ${(floor * 1000).toFixed(1)} us; ratio ${(plan / floor).toFixed(1)}`,
);
process.exitCode = plan <= TARGET ? 0 : 1;

function repeat(work: () => unknown): void {
  for (let call = 0; call < CALLS; call++) work();
}
