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
