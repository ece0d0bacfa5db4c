import fc from 'fast-check';
import { expect, test } from 'vitest';

import { stockConfiguration } from '../../../../../bench/fluentd/stock';
import { CONFIGURATION_RULES, configurationMistakes } from '../../../../../constructs/fluentd/checks';
import { parse, render } from '../../../../../constructs/fluentd/conf';
import { configuration } from '../../conf/arbitrary';
import { CLEAN, FLOW, OUTPUTS, SAFETY, WORDS } from './configurations';

const SAMPLES = [...FLOW, ...OUTPUTS, ...SAFETY, ...WORDS];

test('there is a configuration for every rule', () => {
  expect([...new Set(SAMPLES.map(({ rule }) => rule))].sort()).toEqual(
    CONFIGURATION_RULES.map(({ name }) => name).sort(),
  );
});

test('nothing is wrong with a configuration that is right, wherever it runs', () => {
  const surroundings = {
    memory: 2 ** 29,
    gracePeriod: 30,
    serverMajor: 9,
    clientMajor: 9,
    volumes: [{ name: 'varlog', mountPath: '/var/log', size: 2 ** 33 }],
  };

  expect(configurationMistakes(parse(CLEAN))).toEqual([]);
  expect(configurationMistakes(parse(CLEAN), surroundings)).toEqual([]);
});

test('of the official image only is told what is true of it', () => {
  expect(configurationMistakes(parse(stockConfiguration('https://elasticsearch:9200').conf))).toEqual([
    '<match ** @type elasticsearch @id out_es> must have <label @ERROR> for the events that it refuses, got none; add it, with a <match **> that keeps them',
    // Of the measurement: the image takes it from its environment.
    `<match ** @type elasticsearch @id out_es> password must not be in the configuration, got a value; write "#{ENV['ELASTICSEARCH_PASSWORD']}", and set that from a Secret`,
  ]);
});

test('no rule throws, whatever a configuration holds', () => {
  fc.assert(
    fc.property(configuration, (directives) => {
      expect(() => configurationMistakes(directives, { memory: 1, gracePeriod: 1, serverMajor: 9 })).not.toThrow();
      expect(() => configurationMistakes(parse(render(directives)))).not.toThrow();
    }),
  );
});
