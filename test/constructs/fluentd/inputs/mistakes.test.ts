import { expect, test } from 'vitest';

import { placeOf } from '../../../../constructs/core';
import type { LogInput } from '../../../../constructs/fluentd';
import { type AroundInputs, inputMistakes } from '../../../../constructs/fluentd/inputs/mistakes';

const AROUND: AroundInputs = {
  routes: ['nodes', 'kubernetes'],
  treatments: [{ name: 'quiet' }],
  runsOn: () => ({ tier: 'node', name: 'fluentd' }),
};
const RIGHT: LogInput = { name: 'made-up', route: 'nodes', treatment: 'quiet', sample: {} };

const said = (inputs: LogInput[], around: Partial<AroundInputs> = {}) =>
  inputMistakes(inputs, { ...AROUND, ...around }).map(
    ({ path, message }) => `${placeOf(['inputs', ...path])} ${message}`,
  );

test('an input has a name, a route that there is, and a treatment that there is', () => {
  expect(said([RIGHT])).toEqual([]);
  expect(said([{ ...RIGHT, name: 'Made_up', route: 'others', treatment: 'loud' }])).toEqual([
    'inputs[0].name must be a DNS label that begins with a letter (a-z, 0-9 and -, at most 63 characters), got "Made_up"; rename it',
    'inputs[0].route must be the name of a route (nodes, kubernetes), got "others"; choose one, or add it to routes',
    'inputs[0].treatment must be the name of a treatment (quiet), got "loud"; choose one, or add it to treatments',
  ]);
  expect(said([RIGHT], { treatments: [] })).toEqual([
    'inputs[0].treatment must be the name of a treatment, of which there is none, got "quiet"; choose one, or add it to treatments',
  ]);
});

test('of a thousand routes the first are named', () => {
  const routes = Array.from({ length: 1_000 }, (_, number) => `r${number}`);
  expect(said([RIGHT], { routes })).toEqual([
    'inputs[0].route must be the name of a route (r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, ...), got "nodes"; choose one, or add it to routes',
  ]);
});

test('an input has just one kind', () => {
  expect(said([{ name: 'a', route: 'nodes' }])).toEqual([
    expect.stringMatching(/^inputs\[0\] must have one kind of .*sample.*, got none; write just one$/),
  ]);
});

test('what is wrong with the options of a kind has its place', () => {
  expect(said([RIGHT, { ...RIGHT, name: 'b', sample: { perSecond: 0 } }])).toEqual([
    'inputs[1].sample.perSecond must be a whole number from 1 to 100000, got 0; change it',
  ]);
});

test("what a kind needs of an image of one's own", () => {
  const journal: LogInput = { name: 'journal', route: 'nodes', journald: {} };
  expect(said([journal], { gems: ['fluent-plugin-systemd'] })).toEqual([]);
  expect(
    said([journal], { gems: ['fluent-plugin-prometheus'], runsOn: () => ({ tier: 'aggregator', name: 'fluentd' }) }),
  ).toEqual([
    'inputs[0].journald must run on every node, got "journald" on aggregators; move it there',
    'inputs[0].journald must have an image with the gem fluent-plugin-systemd, got one with fluent-plugin-prometheus; build one with the Dockerfile that efk image writes, and name it in image',
  ]);
});

test('names are there once', () => {
  expect(said([RIGHT, RIGHT])).toEqual([
    'inputs[1].name must be the only input of its name, got "made-up" as at inputs[0]; rename one',
  ]);
});

test('events that are whole when they come are not joined', () => {
  expect(said([RIGHT], { treatments: [{ name: 'quiet', multiline: 'off' }] })).toEqual([
    'inputs[0].treatment must be a treatment without multiline, since the events of this kind are whole when they come, got "quiet"; name another, or take multiline out of it',
  ]);
});

test('the name of a Service has at most 63 characters', () => {
  const http = { from: { namespaces: ['shop'] } };
  expect(said([{ name: 'a'.repeat(55), route: 'nodes', http }])).toEqual([]);
  expect(said([{ name: 'a'.repeat(56), route: 'nodes', http }])).toEqual([
    `inputs[0].name must be at most 55 characters, since its Service is fluentd-<name> and a name of a Service has at most 63, got "${'a'.repeat(56)}"; shorten it`,
  ]);
  expect(said([{ name: 'a'.repeat(64), route: 'nodes', http }])).toEqual([
    expect.stringMatching(/^inputs\[0\]\.name must be a DNS label/),
  ]);
  expect(said([{ name: 'a'.repeat(63), route: 'nodes', sample: {} }])).toEqual([]);
});

test('ports are taken once, with those of the node agents', () => {
  const from = { namespaces: ['shop'] };
  const inputs: LogInput[] = [
    { name: 'a', route: 'nodes', forward: { from } },
    { name: 'b', route: 'nodes', http: { from, port: 24224 } },
    { name: 'c', route: 'nodes', syslog: { from, udp: 24225 } },
  ];
  const ofForward =
    'inputs[2].syslog.udp must be a port of its own, got 24225, which is that of inputs[0]; choose another';
  expect(said(inputs)).toEqual([ofForward]);
  expect(said(inputs, { runsOn: () => ({ tier: 'aggregator', name: 'fluentd', hasAgents: true }) })).toEqual([
    'inputs[1].http.port must be a port of its own, got 24224, which is that of the node agents; choose another',
    ofForward,
  ]);
});
