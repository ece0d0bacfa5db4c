import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import { REPOSITORY } from './shared/efk';

/** The scripts of the jobs run for real; what they call beyond this machine is a program that writes down its arguments. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jobs-'));
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'comment.md'), '<!-- efk-diff -->\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A program that notes how it is called, and answers a call that `pattern` fits. */
function program(name: string, pattern: string, answer: string, code = 0): void {
  const path = join(folder, 'bin', name);
  writeFileSync(
    path,
    `#!/bin/sh\necho "${name} $*" >> ${folder}/calls\ncase "$*" in ${pattern}) printf '%s\\n' '${answer}'; exit ${code} ;; esac\n`,
  );
  chmodSync(path, 0o755);
}

function run(script: string, variables: Record<string, string>): { code: number | null; calls: string[] } {
  const env = { ...process.env, ...variables, PATH: `${join(folder, 'bin')}:${process.env.PATH}` };
  const { status } = spawnSync('bash', ['-e', '-c', script], { cwd: folder, env });
  const calls = join(folder, 'calls');
  return { code: status, calls: existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [] };
}

function yaml(path: string): Record<string, never> {
  return parse(readFileSync(join(REPOSITORY, path), 'utf8'));
}

describe('GitHub', () => {
  const { steps } = (yaml('.github/workflows/review.yml') as never as { jobs: { review: { steps: Step[] } } }).jobs
    .review;
  const variables = { PULL: 'owner/name/issues/7', DESCRIPTION: 'accept-data-loss', BASE: 'origin/main' };

  interface Step {
    readonly name?: string;
    readonly run?: string;
  }

  const step = (name: string) => steps.find((candidate) => candidate.name === name)?.run ?? '';

  test('a comment is written where there is none', () => {
    program('gh', '*PATCH*', '');
    expect(run(step('Write the comment'), variables)).toEqual({
      code: 0,
      calls: [
        expect.stringContaining('api --paginate repos/owner/name/issues/7/comments'),
        'gh api --method POST repos/owner/name/issues/7/comments --field body=@comment.md',
      ],
    });
  });

  test('the comment that is there is brought up to date', () => {
    program('gh', '*--paginate*', '42');
    expect(run(step('Write the comment'), variables).calls.at(-1)).toBe(
      'gh api --method PATCH repos/owner/name/issues/comments/42 --field body=@comment.md',
    );
  });

  test('the description is a file, and data that is lost fails the job', () => {
    program('npx', '*--fail-on-data-loss*', '', 1);
    program('git', '*', 'abc');
    const summary = join(folder, 'summary.md');
    const description = { ...variables, DESCRIPTION: '$(touch evil)', GITHUB_STEP_SUMMARY: summary };
    expect(run(step('Say what the change deploys'), description).code).toBe(0);
    expect(readFileSync(join(folder, 'description.txt'), 'utf8')).toBe('$(touch evil)');
    expect(existsSync(join(folder, 'evil'))).toBe(false);
    expect(existsSync(summary)).toBe(true);
    const { code, calls } = run(step('Data stays'), variables);
    expect(code).toBe(1);
    expect(calls.at(-1)).toBe('npx efk diff abc --fail-on-data-loss --accepted-in description.txt');
  });
});

describe('GitLab', () => {
  const { script } = (yaml('.gitlab/review.yml') as never as { review: { script: string[] } }).review;
  const variables = {
    CI_API_V4_URL: 'https://gitlab.example/api/v4',
    CI_PROJECT_ID: '5',
    CI_MERGE_REQUEST_IID: '7',
    CI_MERGE_REQUEST_DIFF_BASE_SHA: 'abc',
    CI_MERGE_REQUEST_DESCRIPTION: 'text',
    EFK_REVIEW_TOKEN: 'token',
  };
  const notes = 'https://gitlab.example/api/v4/projects/5/merge_requests/7/notes';

  function calls(answer: string, code = 0) {
    program('npm', '*', '');
    program('npx', '*--fail-on-data-loss*', '', code);
    program('curl', '*per_page*', answer);
    return run(script.join('\n'), variables);
  }

  test('a note is written where there is none', () => {
    const { code, calls: made } = calls('[{"id":1,"body":"other"}]');
    expect(code).toBe(0);
    expect(made.filter((call) => call.startsWith('curl')).at(-1)).toBe(
      `curl --fail --silent --show-error --output /dev/null --request POST --header PRIVATE-TOKEN: token --data-urlencode body@comment.md ${notes}`,
    );
  });

  test('the note that is there is brought up to date, and data that is lost fails the job', () => {
    const { code, calls: made } = calls('[{"id":1,"body":"other"},{"id":42,"body":"<!-- efk-diff -->"}]', 1);
    expect(code).toBe(1);
    const last = made.filter((call) => call.startsWith('curl')).at(-1);
    expect(last).toContain('--request PUT ');
    expect(last?.endsWith(` ${notes}/42`)).toBe(true);
  });
});
