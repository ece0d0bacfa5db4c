import { request } from 'node:https';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Sink } from '../../trial/sink';

let sink: Sink;
beforeAll(async () => {
  sink = await Sink.start();
});
afterAll(() => sink.close());

function post(path: string, body: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const sent = request(`${sink.url}${path}`, { method: 'POST', ca: sink.authority, agent: false }, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve(JSON.parse(text)));
    });
    sent.on('error', reject).end(body);
  });
}

test('every document is taken, and remembered by its id', async () => {
  const action = (id: string) => JSON.stringify({ create: { _id: id } });
  const body = `${action('1')}\n{"message":"a"}\n${action('2')}\n{"message":"grün"}\n`;
  const answer = await post('/logs-caf%C3%A9-default/_bulk?filter_path=errors', body);
  expect(answer).toEqual({
    errors: false,
    took: 0,
    items: [{ create: { status: 201 } }, { create: { status: 201 } }],
  });
  expect(sink.get('2')).toEqual({ dataStream: 'logs-café-default', document: { message: 'grün' } });

  sink.forget('2');
  expect(sink.get('2')).toBeUndefined();
  expect(sink.get('1')?.document).toEqual({ message: 'a' });
});
