import { beforeAll, describe, expect, test } from 'vitest';

import { type EventCase, eventCases, runtimeLines, storedMessages, writtenLines } from './case';
import { CaseLog } from './case-log';
import { bytesOfLine, type DocumentCase, documentCases, timeOfLine } from './document-case';
import { explained } from './explain';
import { type CaseDocument, type CaseRun, runCases } from './run-cases';

/** Between lines that are to be documents of their own, whatever stands in them. In seconds. */
const APART = 3;

/** Within this the time of reading is now. In milliseconds. */
const LONGEST_RUN = 600_000;

const logs = new Map<string, Buffer>();
let run: CaseRun = { documents: new Map(), metrics: '', log: [] };

beforeAll(async () => {
  run = await runCases(logs);
});

describe('lines make events', () => {
  for (const [theme, cases] of eventCases()) {
    for (const [index, given] of cases.entries()) {
      const pod = `events-${theme}-${index}`;
      logs.set(pod, logOfEvents(given));
      testCase(`${theme}: ${given.title}`, pod, (documents) => {
        for (const stream of ['stdout', 'stderr']) {
          const messages = documents.filter((document) => document.stream === stream).map(({ message }) => message);
          const expected = storedMessages(given).filter((event) => event.stream === stream);
          expect(messages, `${given.why} On ${stream}`).toEqual(expected.map(({ message }) => message));
        }
      });
    }
  }
});

describe('lines become documents', () => {
  for (const [theme, cases] of documentCases()) {
    for (const [index, given] of cases.entries()) {
      const pod = `documents-${theme}-${index}`;
      logs.set(pod, logOfDocuments(given));
      testCase(`${theme}: ${given.title}`, pod, (documents) => {
        expect(
          documents.map((document, at) => seen(document, given, at)),
          given.why,
        ).toEqual(given.documents.map((_, at) => expected(given, at)));
      });
    }
  }
});

/** A case that fails shows its records before and after each stage. */
function testCase(title: string, pod: string, check: (documents: readonly CaseDocument[]) => void): void {
  test(title, async () => {
    try {
      check(run.documents.get(pod) ?? []);
    } catch (error) {
      throw await explained(error, logs.get(pod) ?? Buffer.alloc(0));
    }
  });
}

function logOfEvents(given: EventCase): Buffer {
  const log = new CaseLog();
  const lines = runtimeLines(given);
  if (lines) for (const line of lines) log.writeLog(line);
  else {
    for (const { stream, text, after } of writtenLines(given)) {
      log.pause(after);
      log.write(stream, Buffer.from(text));
    }
  }
  return log.bytes;
}

function logOfDocuments({ lines }: DocumentCase): Buffer {
  const log = new CaseLog();
  for (const line of lines) {
    log.pause(APART);
    log.write('stdout', bytesOfLine(line), timeOfLine(line));
  }
  return log.bytes;
}

test('what Fluentd says of all that is no error, and nothing of the lines', () => {
  expect(run.log.filter((line) => /\[(error|fatal)\]/.test(line))).toEqual([]);
  expect(run.log.filter((line) => line.includes('good before'))).toEqual([]);
});

/** What a case says of a document. */
function seen(document: CaseDocument, { lines }: DocumentCase, at: number) {
  const { '@timestamp': timestamp, message, json, event: { kind, ...event } = {}, error, ...rest } = document;
  const {
    stream,
    kubernetes,
    data_stream,
    log: { offset, flags, ...log },
    ...others
  } = rest;
  const isNow = Math.abs(Date.parse(timestamp) - Date.now()) < LONGEST_RUN;
  const promoted = { ...others, log, event, ...(kind === undefined && { error }) };
  return {
    message,
    json,
    kind,
    marked: kind && error?.message,
    time: timeOfLine(lines[at] ?? '') && (isNow ? 'now' : timestamp),
    promoted: withoutEmpty(promoted),
  };
}

function expected({ lines, documents }: DocumentCase, at: number) {
  const { json, marked, message, promoted = {} } = documents[at] ?? {};
  const text = bytesOfLine(lines[at] ?? '').toString();
  return {
    message: message ?? text,
    json: json === true ? JSON.parse(text) : json,
    kind: marked && 'pipeline_error',
    marked,
    time: documents[at]?.['@timestamp'] ?? timeOfLine(lines[at] ?? ''),
    promoted,
  };
}

function withoutEmpty(object: object): object {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined && Object.keys(Object(value)).length > 0),
  );
}
