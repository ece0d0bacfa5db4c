import { describe, expect, test } from 'vitest';

import type { LiveCluster } from '../cluster';
import { line } from '../writes';

/** What the rendered templates do to documents. */
export function templates(cluster: LiveCluster): void {
  /** Appends a document in bulk, as Fluentd does. */
  const append = async (id: string, document: object) => {
    const body = { ...document, data_stream: { type: 'logs', dataset: 'kubernetes', namespace: 'default' } };
    const answer = await cluster.call('POST', '/logs-kubernetes-default/_bulk?refresh=true', {
      authorization: cluster.basic('fluentd-credentials'),
      body: `{"create":{"_id":"${id}"}}\n${JSON.stringify(body)}\n`,
    });
    return answer.body.items[0].create;
  };

  describe('templates', () => {
    test('documents whose labels conflict are both stored', async () => {
      const labelled = (labels: object) => ({ ...line('x'), kubernetes: { pod_name: 'p', labels } });

      expect((await append('string', labelled({ app: 'a' }))).status).toBe(201);
      expect((await append('object', labelled({ app: { name: 'a' } }))).status).toBe(201);
      expect((await append('dotted', labelled({ 'app.kubernetes.io/name': 'a', app: 'b' }))).status).toBe(201);
    });

    test('fields of applications whose types conflict are both stored and found', async () => {
      expect((await append('number', { ...line('x'), json: { size: 3 } })).failure_store).not.toBe('used');
      const word = await append('word', { ...line('x'), json: { size: { unit: 'l' } } });
      expect(word).toMatchObject({ status: 201 });
      expect(word.failure_store).not.toBe('used');

      const found = await cluster.call('POST', '/logs-kubernetes-default/_search', {
        body: { query: { term: { 'json.size.unit': 'l' } } },
      });
      expect(found.body.hits.total.value).toBe(1);
    });

    test('a document that breaks the mapping lands in the failure store, whole', async () => {
      const answer = await append('broken', { ...line('broken'), kubernetes: 'not an object' });

      const { body } = await cluster.call('GET', '/_cluster/state/metadata?filter_path=metadata.data_stream');
      expect(body.metadata.data_stream.data_stream['logs-kubernetes-default']).toMatchObject({
        options: { failure_store: { enabled: true } },
      });
      expect(answer).toMatchObject({ status: 201, failure_store: 'used' });
      const failures = await cluster.call('GET', '/logs-kubernetes-default::failures/_search');
      expect(failures.body.hits.hits).toMatchObject([
        {
          _source: {
            document: { source: { kubernetes: 'not an object', message: 'order broken was paid' } },
            error: { type: 'document_parsing_exception' },
          },
        },
      ]);
    });

    test('a field that no template knows extends the mapping, for who may do nothing else to it', async () => {
      expect((await append('new', { ...line('new'), added: 'later' })).status).toBe(201);
      const { body } = await cluster.call('GET', '/logs-kubernetes-default/_mapping/field/added');
      expect(Object.values(body as object).at(-1).mappings.added.mapping.added.type).toBe('keyword');
    });

    test('lines of one burst are found in their order: by nanoseconds, then by their place in the file', async () => {
      const burst = [
        { '@timestamp': '2026-11-25T07:00:00.000000002Z', log: { offset: 9 } },
        { '@timestamp': '2026-11-25T07:00:00.000000001Z', log: { offset: 5 } },
        { '@timestamp': '2026-11-25T07:00:00.000000001Z', log: { offset: 10, flags: ['partial'] } },
      ];
      for (const [i, fields] of burst.entries()) {
        const answer = await append(`burst-${i}`, { ...line('x'), ...fields, json: { order: 'burst' } });
        expect(answer).toMatchObject({ status: 201 });
        expect(answer.failure_store).not.toBe('used');
      }
      const { body } = await cluster.call('POST', '/logs-kubernetes-default/_search', {
        body: {
          query: { term: { 'json.order': 'burst' } },
          sort: [{ '@timestamp': { numeric_type: 'date_nanos' } }, 'log.offset'],
        },
      });
      expect((body.hits.hits as { _id: string }[]).map(({ _id }) => _id)).toEqual(['burst-1', 'burst-2', 'burst-0']);
    });

    test('documents at the limits of what the collector sends are stored, not in the failure store', async () => {
      const nested = (depth: number): object => (depth === 0 ? { v: 1 } : { a: nested(depth - 1) });
      const limits: Record<string, object> = {
        deep: { json: nested(19) },
        lists: { json: { a: Array.from({ length: 60 }).reduce<unknown>((inner) => [inner], 1) } },
        keys: { json: { '': 1, ' ': 2, '.': 3, 'a.b': 4, ['k'.repeat(29_693)]: '\u8a9e'.repeat(1024) } },
        values: { json: { long: 'x'.repeat(40_000), nul: '\u0000', number: '18446744073709551616' } },
        first: { '@timestamp': '1970-01-01T00:00:00Z' },
        last: { '@timestamp': '2262-04-11T23:47:16.854775807Z' },
        offset: { '@timestamp': '2026-11-25T16:00:00.123456789+09:00' },
        promoted: {
          event: { duration: 2 ** 53 },
          http: { response: { status_code: 599 } },
          log: { level: 'error', logger: 'l'.repeat(1024) },
          client: { ip: '::ffff:10.0.0.1', port: 65_535 },
          url: { path: '/\u8a9e', query: 'q' },
          error: { message: 'm', stack_trace: 'x'.repeat(30_000), type: 't' },
        },
        marked: { event: { kind: 'pipeline_error' }, error: { message: 'why', type: 'document_parsing_exception' } },
      };
      for (const [id, fields] of Object.entries(limits)) {
        const answer = await append(id, { ...line(id), ...fields });
        expect({ id, status: answer.status, store: answer.failure_store }).not.toMatchObject({ store: 'used' });
        expect({ id, status: answer.status }).toEqual({ id, status: 201 });
      }
      // One more of each is refused by the mapping: the bounds are not lower than they need to be.
      expect((await append('deeper', { ...line('x'), json: nested(20) })).failure_store).toBe('used');
      expect((await append('nul', { ...line('x'), json: { 'a\u0000': 1 } })).failure_store).toBe('used');
      expect((await append('early', { ...line('x'), '@timestamp': '1969-12-31T23:59:59Z' })).failure_store).toBe(
        'used',
      );
    });

    test('a document is given back as it was sent', async () => {
      await append('whole', line('whole'));
      const { body } = await cluster.call('POST', '/logs-kubernetes-default/_search', {
        body: { query: { term: { 'json.order': 'whole' } } },
      });
      expect(body.hits.hits[0]._source).toMatchObject({
        message: 'order whole was paid',
        json: { nested: { currency: 'EUR' } },
      });
    });
  });
}
