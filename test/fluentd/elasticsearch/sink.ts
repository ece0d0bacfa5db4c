import type { Answer } from './bulk/answers';

const NEWLINE = 10;
const SHORT = '{"create":{"status":201}}';
const FULL =
  '{"create":{"_index":".ds-logs-kubernetes-default-2026.11.25-000001","_id":"vKLrJJMBa6zM8h2b4Uq1","_version":1,"result":"created","_shards":{"total":2,"successful":1,"failed":0},"_seq_no":4711,"_primary_term":1,"status":201}}';

/** Takes everything and looks at nothing: it costs every sender the same. For benchmarks. */
export class Sink {
  /** Documents that were taken. */
  documents = 0;

  /** The answer to a request, which is as long as that of Elasticsearch. */
  answer(body: readonly Buffer[], filterPath: string | undefined): Answer {
    const count = Math.floor(body.reduce((lines, part) => lines + newlines(part), 0) / 2);
    this.documents += count;
    const item = filterPath === undefined ? FULL : SHORT;
    const items = count === 0 ? '' : `${`${item},`.repeat(count - 1)}${item}`;
    return { status: 200, body: `{"errors":false,"took":5,"items":[${items}]}` };
  }
}

function newlines(part: Buffer): number {
  let count = 0;
  for (let at = part.indexOf(NEWLINE); at >= 0; at = part.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}
