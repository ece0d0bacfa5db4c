import { request } from 'node:https';

/** What Fluentd says of itself: for each name the sum of all its series. */
export type Metrics = ReadonlyMap<string, number>;

/** The text form of Prometheus, as much of it as counters and gauges need. */
export function parseMetrics(text: string): Metrics {
  const sums = new Map<string, number>();
  for (const line of text.split('\n')) {
    const [, name, value] = /^(\w+)(?:\{.*\})? (\S+)$/.exec(line) ?? [];
    if (name) sums.set(name, (sums.get(name) ?? 0) + Number(value));
  }
  return sums;
}

/** The body of an answer over TLS, from a server on this machine with a certificate for `localhost`. */
export function get(url: string, authority: string): Promise<string> {
  return new Promise((resolve, reject) => {
    request(url, { ca: authority, servername: 'localhost' }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve(text));
      response.on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}
