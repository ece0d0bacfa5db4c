import { expect, test } from 'vitest';

import { environmentReport } from '../../../review/report/environment-report';
import { reportText } from '../../../review/report/render';
import { object } from '../objects';

const conf = `
<source>
  @type container_logs
  <treatment web>
    namespaces ["shop","team-*"]
    containers nginx,envoy
  </treatment>
  <treatment shop>
    namespaces ["shop"]
    except_containers ["debug"]
  </treatment>
  <treatment a>
    namespaces ["team-a"]
  </treatment>
  <treatment all>
  </treatment>
</source>
<source>
  @type tail
  <treatment others>
  </treatment>
</source>`;

const manifests = [
  { ...object('{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}'), data: { 'fluent.conf': conf } },
  { ...object('{apiVersion: v1, kind: ConfigMap, metadata: {name: b}}'), data: { 'fluent.conf': '<broken' } },
];

test('a report has the treatments of the collector, and whose containers they do not get', () => {
  const report = environmentReport('test', manifests, { bytesPerSecond: 1, nodes: 1 });
  expect(report.treatments).toEqual([
    { name: 'web', selects: 'shop, team-* / nginx, envoy', except: '', before: [] },
    { name: 'shop', selects: 'shop / *', except: '* / debug', before: ['web (shop/nginx)'] },
    { name: 'a', selects: 'team-a / *', except: '', before: ['web (team-a/nginx)'] },
    { name: 'all', selects: '* / *', except: '', before: ['web (shop/nginx)', 'shop (shop/*)', 'a (team-a/*)'] },
  ]);
  expect(reportText(report)).toContain(`
Treatments
  treatment  namespaces / containers      except     has not what is of
  web        shop, team-* / nginx, envoy
  shop       shop / *                     * / debug  web (shop/nginx)
  a          team-a / *                              web (team-a/nginx)
  all        * / *                                   web (shop/nginx), shop (shop/*), a (team-a/*)
`);
});

test('of many treatments before one, the first are told', () => {
  const teams = Array.from({ length: 5 }, (_, team) => `  <treatment t${team}>\n  </treatment>\n`).join('');
  const report = environmentReport(
    'test',
    [
      {
        ...object('{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}'),
        data: { 'fluent.conf': `<source>\n  @type container_logs\n${teams}</source>` },
      },
    ],
    { bytesPerSecond: 1, nodes: 1 },
  );
  expect(reportText(report)).toContain('t0 (*/*), t1 (*/*), t2 (*/*), 1 more\n');
});

test('labels of pods are said as they are written for kubectl', () => {
  const labelled = `<source>
  @type container_logs
  <treatment team>
    namespaces ["shop"]
    labels '{"team":["a","b-*"],"example.com/tier":["web"]}'
  </treatment>
  <treatment rest>
    except_labels '{"team":["b-*"]}'
  </treatment>
</source>`;
  const map = {
    ...object('{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}'),
    data: { 'fluent.conf': labelled },
  };
  expect(environmentReport('test', [map], { bytesPerSecond: 1, nodes: 1 }).treatments).toEqual([
    { name: 'team', selects: 'shop / * with team=a,b-* and example.com/tier=web', except: '', before: [] },
    {
      name: 'rest',
      selects: '* / *',
      except: '* / * with team=b-*',
      before: ['team (shop/* with team=a,example.com/tier=web)'],
    },
  ]);
});
