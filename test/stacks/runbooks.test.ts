import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { expect, test } from 'vitest';

import { defineEnvironment } from '../../environments';
import { production } from '../../environments/production';
import { defineStacks } from '../../stacks';
import { endpointOf } from '../api/model';
import { fencesOf } from '../rules/markdown';

const FOLDER = join(__dirname, '../../docs/runbooks');
const LINES = readdirSync(FOLDER).flatMap((page) =>
  fencesOf(page, readFileSync(join(FOLDER, page), 'utf8')).flatMap(({ language, text }) =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => ({ page, language, text: line })),
  ),
);

const { charts } = defineStacks(
  new App(),
  defineEnvironment({
    ...production,
    certificates: 'cert-manager',
    certificateIssuer: 'ca',
    fluentd: { ...production.fluentd, resourceQuota: { pods: 100 } },
    aggregators: {},
    monitoring: { by: 'prometheusOperator', canary: true },
  }),
);
const OBJECTS: Manifest[] = charts.flatMap((chart) => chart.toJson());
const SECRETS = ['elasticsearch-superuser', 'elasticsearch-http-tls', 'fluentd-tls'];

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly labels?: Record<string, string> };
  readonly spec?: { readonly template?: { readonly metadata?: { readonly labels?: Record<string, string> } } };
}

test('runbooks have commands and requests', () => {
  expect(LINES.filter(({ language }) => language === 'sh').length).toBeGreaterThan(40);
  expect(LINES.filter(({ language }) => language === 'http').length).toBeGreaterThan(20);
});

test('commands name objects that are deployed, where they are', () => {
  expect(
    LINES.filter(({ language }) => language === 'sh').flatMap(({ page, text }) =>
      commandMistakes(text).map((mistake) => `${page}: ${text}: ${mistake}`),
    ),
  ).toEqual([]);
});

test('a command that cannot work is found', () => {
  expect(commandMistakes('kubectl -n logging logs deployment/kibanna')).toEqual(['there is no deployment kibanna']);
  expect(commandMistakes('kubectl -n logging get pods -l app.kubernetes.io/name=logstash')).toEqual([
    'no pod has app.kubernetes.io/name=logstash',
  ]);
  expect(commandMistakes('kubectl -n logs get pods')).toEqual(['there is no namespace logs']);
  expect(commandMistakes('kubectl -n logging show pods')).toEqual(['kubectl has no show']);
});

test('requests are some that Elasticsearch has', () => {
  expect(
    LINES.filter(({ language }) => language === 'http').filter(({ text }) => {
      const [method = '', path = ''] = text.split(' ');
      return !endpointOf(method, `/${path.replace(/\?.*/, '').replace(/<\w+>/g, 'any')}`);
    }),
  ).toEqual([]);
});

const VERBS = ['get', 'describe', 'logs', 'exec', 'delete', 'port-forward'];
/** Namespaces of others. */
const FOREIGN = ['cert-manager'];

function commandMistakes(text: string): string[] {
  const words = text.split(' | ')[0]?.split(/\s+/) ?? [];
  if (words[0] !== 'kubectl') return words[0] === 'curl' ? [] : [`${words[0]} is not known here`];
  const namespace = words.includes('-n') ? words[words.indexOf('-n') + 1] : undefined;
  const known = OBJECTS.filter(({ metadata }) => metadata.namespace === namespace);
  if (namespace && !FOREIGN.includes(namespace) && !namespace.startsWith('<') && known.length === 0) {
    return [`there is no namespace ${namespace}`];
  }
  const [verb = '', first = '', second = ''] = words.slice(words.includes('-n') ? 3 : 1);
  if (!VERBS.includes(verb)) return [`kubectl has no ${verb}`];
  const [kind = '', name = ''] = first.includes('/') ? first.split('/') : [first, second];
  const selector = words.includes('-l') ? words[words.indexOf('-l') + 1] : undefined;
  if (selector && namespace) return selectorMistakes(selector, known);
  return /^[a-z]/.test(name) && namespace && !FOREIGN.includes(namespace) ? nameMistakes(kind, name, known) : [];
}

function nameMistakes(kind: string, name: string, known: readonly Manifest[]): string[] {
  if (kind === 'secret') return SECRETS.includes(name) ? [] : [`there is no secret ${name}`];
  const isThere = known.some((object) => object.kind.toLowerCase() === kind && object.metadata.name === name);
  return isThere ? [] : [`there is no ${kind} ${name}`];
}

function selectorMistakes(selector: string, known: readonly Manifest[]): string[] {
  const [label = '', value] = selector.split('=');
  const isThere = known.some(({ spec }) => spec?.template?.metadata?.labels?.[label] === value);
  return isThere ? [] : [`no pod has ${selector}`];
}
