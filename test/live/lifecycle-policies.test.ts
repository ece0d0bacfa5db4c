import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { App } from 'cdk8s';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { STACK_VERSIONS } from '../../constructs/core';
import { differences } from '../../constructs/lifecycle/provisioner/program/compare';
import { KINDS } from '../../constructs/lifecycle/provisioner/program/kinds';
import { environmentNamed, environmentNames } from '../../environments';
import { defineStacks } from '../../stacks';
import { type Distribution, getDistribution } from './distribution';
import { provisionedObjects } from './rendered';

const policies = environmentNames.flatMap((environment) =>
  provisionedObjects(defineStacks(new App(), environmentNamed(environment)).charts)
    .filter(({ kind }) => kind === 'lifecycle policy')
    .map(({ name, body }) => [`${environment}: ${name}`, JSON.parse(body)] as const),
);

const { defaults = [] } = KINDS['lifecycle policy'] ?? {};

/** Policies that the server refuses, and its reason. */
const phases = (name: string, actions: object) => ({ phases: { [name]: { actions } } });
const refused: readonly (readonly [body: object, reason: unknown])[] = [
  [phases('warm', { rollover: { max_age: '1d' } }), 'error: invalid action [rollover] defined in phase [warm]'],
  [
    phases('hot', { shrink: { number_of_shards: 1 } }),
    'error: the [shrink] action(s) may not be used in the [hot] phase without an accompanying [rollover] action',
  ],
  [phases('hot', { unknown: {} }), expect.stringMatching(/^error: .*unknown/)],
];

describe.each(STACK_VERSIONS)("lifecycle policies, read by Elasticsearch %s's own parser", (version) => {
  const distribution = getDistribution(version);
  let answers: string[] = [];

  beforeAll(async () => {
    const bodies = [...policies.map(([, body]) => body.policy), ...refused.map(([body]) => body)];
    answers = await parsed(distribution, bodies);
  });

  afterAll(() => rmSync(distribution.work, { recursive: true }));

  test.each(policies.map(([name, body], index) => ({ name, body, index })))(
    '$name is accepted, and read back as it was sent',
    ({ body, index }) => {
      const answer = answers[index] ?? '';
      expect(answer).toMatch(/^\{/);
      // What the provisioner compares: the server adds defaults, and that must not look like a change.
      expect(differences(body, { policy: JSON.parse(answer) }, defaults)).toEqual([]);
    },
  );

  test('the parser refuses what the server would refuse', () => {
    expect(answers.slice(policies.length)).toEqual(refused.map(([, reason]) => reason));
  });
});

/** Runs the parser on `bodies`; returns what it says of each. */
async function parsed({ home, javaHome }: Distribution, bodies: readonly object[]): Promise<string[]> {
  const classPath = [join(home, 'lib/*'), join(home, 'modules/x-pack-core/*')].join(':');
  const program = join(__dirname, 'java/ParseLifecyclePolicy.java');
  const java = promisify(execFile)(join(javaHome, 'bin/java'), ['-cp', classPath, program]);
  java.child.stdin?.end(bodies.map((body) => `${JSON.stringify(body)}\n`).join(''));
  return (await java).stdout.trim().split('\n');
}
