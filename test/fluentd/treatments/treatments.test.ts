import { beforeAll, describe, expect, test } from 'vitest';

import { CaseLog } from '../cases/case-log';
import { explained } from '../cases/explain';
import { type CaseDocument, type CaseRun, runCases } from '../cases/run-cases';
import { DROP } from './drop';
import { ACCESS } from './reading/access';
import { OPTIONS } from './reading/options';
import { PROGRAMS } from './reading/programs';
import { REDACT } from './redact';
import type { TreatmentCase } from './treatment-case';
import { FIELDS, VOLUME } from './volume';

const THEMES: Readonly<Record<string, readonly TreatmentCase[]>> = {
  drop: DROP,
  redact: REDACT,
  access: ACCESS,
  programs: PROGRAMS,
  options: OPTIONS,
  volume: VOLUME,
  fields: FIELDS,
};

/** Between lines that are to be documents of their own, whatever stands in them. In seconds. */
const APART = 3;

const CASES = new Map(
  Object.entries(THEMES).flatMap(([theme, cases]) =>
    cases.map((given, index) => [`${theme}-${index}`, given] as const),
  ),
);

let run: CaseRun = { documents: new Map(), metrics: '', log: [] };

beforeAll(async () => {
  const logs = new Map([...CASES].map(([pod, { lines }]) => [pod, logOf(lines)]));
  run = await runCases(logs, { treatments: new Map([...CASES].map(([pod, { treatment }]) => [pod, treatment])) });
});

describe.each(Object.entries(THEMES))('%s', (theme, cases) => {
  test.each(cases.map((given, index) => [given.title, given, `${theme}-${index}`] as const))(
    '%s',
    async (_, given, pod) => {
      try {
        check(given, pod);
      } catch (error) {
        throw await explained(error, logOf(given.lines), given.treatment);
      }
    },
  );
});

function check(given: TreatmentCase, pod: string): void {
  const documents = run.documents.get(pod) ?? [];
  expect(
    documents.map((document, at) => seen(document, given.documents[at] ?? {})),
    given.why,
  ).toEqual(given.documents);
  for (const [reason, count] of Object.entries(given.dropped ?? {})) {
    const series = `fluentd_treatments_dropped_records_total{route="cases",treatment="${pod}",reason="${reason}"} `;
    const value = run.metrics
      .split('\n')
      .find((line) => line.startsWith(series))
      ?.slice(series.length);
    expect(Number(value ?? 0), series).toBe(count);
  }
}

test('no mark of a treatment is stored', () => {
  for (const document of [...run.documents.values()].flat()) expect(document).not.toHaveProperty('_treatment');
});

function logOf(lines: readonly string[]): Buffer {
  const log = new CaseLog();
  for (const line of lines) {
    log.pause(APART);
    for (const part of line.split('\n')) log.write('stdout', Buffer.from(part));
  }
  return log.bytes;
}

/** The fields of a document that a case looks at. */
function seen(document: CaseDocument, expected: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.keys(expected).map((name) => [name, fieldOf(document, name.split('.'))]));
}

/** A field through objects, or with dots in its name. */
function fieldOf(value: unknown, path: readonly string[]): unknown {
  if (path.length === 0) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  for (let to = 1; to <= path.length; to++) {
    const key = path.slice(0, to).join('.');
    if (!(key in value)) continue;
    const found = fieldOf((value as Record<string, unknown>)[key], path.slice(to));
    if (found !== undefined) return found;
  }
  return undefined;
}
