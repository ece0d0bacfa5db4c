import { expect, test } from 'vitest';

import type { FluentdProps } from '../../../../constructs/fluentd';
import { fluentd, refusal } from '../rendered';

const byLabels = {
  routes: [{ name: 'pay', namespaces: ['shop'], labels: { team: ['pay', 'pay-*'] } }, { name: 'cluster' }],
  treatments: [
    {
      name: 'cards',
      select: { labels: { 'app.kubernetes.io/part-of': ['shop'] } },
      except: { namespaces: ['test'], labels: { data: ['*'] } },
      redact: [{ pattern: 'email' }],
    },
    { name: 'web', except: { labels: { data: ['*'] } }, maxMessage: { size: '16kb' } },
  ],
} satisfies Partial<FluentdProps>;

/** The input. */
function input(props: Partial<FluentdProps>): string {
  const conf: string = fluentd(props).object('ConfigMap').data['fluent.conf'];
  return conf.slice(conf.indexOf('@type container_logs'), conf.indexOf('</source>', conf.indexOf('container_logs')));
}

test('the input reads labels from what watches the pods, and keeps them', () => {
  const conf = input({ ...byLabels, podMetadata: {} });
  expect(conf).toContain('labels_file /var/lib/fluentd/container-logs.labels\n');
  expect(conf.slice(conf.indexOf('<route pay>'))).toMatchInlineSnapshot(`
    "<route pay>
        namespaces '["shop"]'
        labels '{"team":["pay","pay-*"]}'
        data_stream '{"type":"logs","dataset":"pay","namespace":"default"}'
      </route>
      <route cluster>
        data_stream '{"type":"logs","dataset":"cluster","namespace":"default"}'
      </route>
      <treatment cards>
        labels '{"app.kubernetes.io/part-of":["shop"]}'
        except_namespaces '["test"]'
        except_labels '{"data":["*"]}'
        unknown_labels true
      </treatment>
      <treatment web>
        except_labels '{"data":["*"]}'
      </treatment>
    "
  `);
  const plugins = fluentd({ ...byLabels, podMetadata: {} }).objects.filter(({ kind }) => kind === 'ConfigMap');
  expect(Object.keys(Object.assign({}, ...plugins.map(({ data }) => data)))).toContain('pod_labels.rb');
});

test('without labels there is nothing of it', () => {
  const { objects } = fluentd({ podMetadata: { labels: ['team'] } });
  expect(
    JSON.stringify(objects.map((each) => (each as { data?: Record<string, string> }).data?.['fluent.conf'])),
  ).not.toMatch(/labels_file|_labels/);
  const plain = fluentd({}).objects.filter(({ kind }) => kind === 'ConfigMap');
  expect(Object.keys(Object.assign({}, ...plain.map(({ data }) => data)))).not.toContain('pod_labels.rb');
});

test('without podMetadata each place is refused', () => {
  expect(refusal(byLabels)).toMatchInlineSnapshot(`
    [
      "treatments[0].select.labels must stand beside podMetadata of the collector, which reads the labels of pods, got {"app.kubernetes.io/part-of":["shop"]} without; add podMetadata: {} to it, or leave labels out",
      "treatments[0].except.labels must stand beside podMetadata of the collector, which reads the labels of pods, got {"data":["*"]} without; add podMetadata: {} to it, or leave labels out",
      "treatments[1].except.labels must stand beside podMetadata of the collector, which reads the labels of pods, got {"data":["*"]} without; add podMetadata: {} to it, or leave labels out",
      "routes[0].labels must stand beside podMetadata of the collector, which reads the labels of pods, got {"team":["pay","pay-*"]} without; add podMetadata: {} to it, or leave labels out",
    ]
  `);
});
