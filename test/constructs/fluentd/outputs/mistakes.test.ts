import { expect, test } from 'vitest';

import { placeOf } from '../../../../constructs/core';
import { type NamedOutput, outputMistakes, type Route } from '../../../../constructs/fluentd';
import { refusal } from '../rendered';

const WEB: NamedOutput = { name: 'web', http: { url: 'https://web.example.com' }, bufferSize: '64Mi' };
const DISK: NamedOutput = {
  name: 'disk',
  file: { hostPath: '/data/logs', deleteMinAge: '7d' },
  bufferSize: '64Mi',
};

const said = (outputs: readonly NamedOutput[], routes: readonly Route[]) =>
  outputMistakes(outputs, routes).map(({ path, message }) => `[${placeOf(path)}] ${message}`);

test('right outputs and routes', () => {
  expect(said([], [{ name: 'all' }])).toEqual([]);
  expect(said([WEB], [{ name: 'all', to: ['elasticsearch', 'web'] }])).toEqual([]);
  const disk: NamedOutput = { ...DISK, whenFull: 'dropOldest' };
  expect(said([WEB, disk], [{ name: 'all', to: ['web', 'disk'] }])).toEqual([]);
});

test('fails when routes name outputs that there are not, one twice, none, or two that store again what comes again', () => {
  const routes = [
    { name: 'a', to: ['archive', 'web', 'web'] },
    { name: 'b', to: [] },
    { name: 'c', to: ['web', 'disk'], bufferSize: '64Mi' as const },
  ];
  expect(said([WEB, DISK], routes).join('\n')).toMatchInlineSnapshot(`
    "[routes[0].to[0]] must be one of the outputs (elasticsearch, web, disk), got "archive"; choose one, or add it to outputs
    [routes[0].to[2]] must be there once, got "web" again; remove one
    [routes[1].to] must not be empty, got []; name an output, or leave it out
    [routes[2].to] must have at most one output that waits and stores again what it gets again, since all of them get again what one has no room for, got web, disk; give all but one whenFull: 'dropOldest'
    [routes[2].bufferSize] must not be given without elasticsearch in to, since it is a part of the buffer of that, got "64Mi"; remove it"
  `);
});

test('fails when an output has no name of its own, or no route', () => {
  const routes: Route[] = [{ name: 'eu', to: ['elasticsearch', 'web'], bufferSize: '64Mi' }];
  const named = (name: string): NamedOutput => ({ ...WEB, name });
  const outputs = [named('Web 1'), named('elasticsearch'), named('elasticsearch-eu'), WEB, WEB, named('idle')];
  expect(said(outputs, routes).join('\n')).toMatchInlineSnapshot(`
    "[outputs[0].name] must be lower-case letters, digits and dashes, starting with a letter (at most 40 characters), got "Web 1"; rename it
    [outputs[0].name] must be in to of a route (at least 1), got "Web 1" in none; add it to a route, or remove the output
    [outputs[1].name] must not be that of an output of the stack, got "elasticsearch"; rename it
    [outputs[2].name] must not be that of an output of the stack, got "elasticsearch-eu"; rename it
    [outputs[2].name] must be in to of a route (at least 1), got "elasticsearch-eu" in none; add it to a route, or remove the output
    [outputs[4].name] must be the only output of its name, got "web" again; rename one
    [outputs[5].name] must be in to of a route (at least 1), got "idle" in none; add it to a route, or remove the output"
  `);
});

test('fails when an output has no kind, several, or a buffer that does not fit it', () => {
  const routes = [
    { name: 'a', to: ['one', 'two', 'three', 'four', 'five'] },
    { name: 'b', to: ['three'] },
  ];
  const outputs: NamedOutput[] = [
    { name: 'one' },
    { name: 'two', stdout: {}, http: { url: 'https://a.example.com' }, bufferSize: '64Mi' },
    { name: 'three', http: { url: 'https://a.example.com' }, bufferSize: '32Mi', whenFull: 'dropOldest' },
    { name: 'four', http: { url: 'https://a.example.com' } },
    { name: 'five', stdout: {}, bufferSize: '1Gi', whenFull: 'wait' },
  ];
  expect(said(outputs, routes).join('\n')).toMatchInlineSnapshot(`
    "[outputs[0]] must have exactly one kind (elasticsearch, s3, kafka, loki, http, file, stdout), got none; add one
    [outputs[1]] must have exactly one kind (elasticsearch, s3, kafka, loki, http, file, stdout), got http and stdout; make an output of each
    [outputs[2].bufferSize] must be at least 40Mi (5 chunks of 8Mi: three to choose the oldest of, and one that fills for each of 2 routes), got "32Mi"; raise it
    [outputs[3].bufferSize] must be given (at least 16Mi, 2 chunks of 8Mi: one that is sent, and one that fills for its route), got nothing; add it
    [outputs[4].bufferSize] must not be given, since this kind has no buffer, got "1Gi"; remove it
    [outputs[4].whenFull] must not be given, since this kind has no buffer, got "wait"; remove it
    [routes[0].to] must have at most one output that waits and stores again what it gets again, since all of them get again what one has no room for, got two, four; give all but one whenFull: 'dropOldest'"
  `);
});

test('fails when chunks are too small for one to make room', () => {
  const disk: NamedOutput = { ...DISK, whenFull: 'dropOldest' };
  const mistakes = outputMistakes([disk], [{ name: 'all', to: ['disk'] }], { eventSize: '64Ki', chunkSize: '1Mi' });
  expect(mistakes).toEqual([
    {
      path: ['outputs', 0, 'whenFull'],
      message:
        'must be wait with chunks below 4Mi, since one that is dropped makes room for no more than it held, got "dropOldest" and chunks of 1Mi; make chunks larger, or wait',
    },
  ]);
});

test('fails with the place of a mistake in a kind', () => {
  expect(
    refusal({
      routes: [{ name: 'all', to: ['web'] }],
      outputs: [{ ...WEB, http: { url: 'http://web', authority: { secretName: 'A' } } }],
    }),
  ).toMatchInlineSnapshot(`
    [
      "outputs[0].http.url must be a URL that starts with https://, got "http://web"; write for example https://collect.example.com/logs",
      "outputs[0].http.authority.secretName must be the name of a Secret (a-z, 0-9, - and ., at most 253 characters), got "A"; correct it",
    ]
  `);
});

test('an outage of an output is bounded by its part of the buffer, and the files of the kubelet if it waits', () => {
  const lossBudget = { rate: '1Mi', outputOutages: { web: '1m', disk: '1m', other: '1m' } } as const;
  const routes: Route[] = [{ name: 'all', to: ['elasticsearch', 'web', 'disk'] }];
  const outputs: NamedOutput[] = [WEB, { ...DISK, whenFull: 'dropOldest' }];
  expect(refusal({ memory: '1Gi', lossBudget, routes, outputs })).toMatchInlineSnapshot(`
    [
      "lossBudget.outputOutages.web must be at most 58s, which its bufferSize 64Mi and the files of the kubelet hold at 1Mi a second, got 1m; raise its bufferSize, or lower it",
      "lossBudget.outputOutages.disk must be at most 18s, which its bufferSize 64Mi holds at 1Mi a second, got 1m; raise its bufferSize, or lower it",
      "lossBudget.outputOutages.other must be of one of the outputs (web, disk), got 1m; correct the name",
    ]
  `);
});

test('the bound of the stack counts what outputs leave of the buffer', () => {
  const lossBudget = { rate: '1Mi', elasticsearchOutage: '10m' } as const;
  const routes: Route[] = [{ name: 'all', to: ['elasticsearch', 'web'] }];
  const outputs: NamedOutput[] = [{ ...WEB, bufferSize: '1Gi' }];
  expect(refusal({ memory: '1Gi', lossBudget })).toEqual([]);
  expect(refusal({ memory: '1Gi', lossBudget, routes, outputs })).toMatchInlineSnapshot(`
    [
      "lossBudget.elasticsearchOutage must be at most 332s, which bufferSize 2Gi and the files of the kubelet hold at 1Mi a second, got 10m; raise bufferSize to 2990Mi, or lower it",
    ]
  `);
});
