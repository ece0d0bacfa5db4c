import { Chart, Testing } from 'cdk8s';
import { expect, test } from 'vitest';

import { ComponentTemplate, type ComponentTemplateProps } from '../../../constructs/lifecycle';

function synth(props: ComponentTemplateProps) {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'logging', disableResourceNameHashes: true });
  new ComponentTemplate(chart, 'template', props);
  return Testing.synth(chart);
}

test('the ConfigMap holds the body', () => {
  const [configMap] = synth({
    templateName: 'team-fields',
    settings: { 'index.refresh_interval': '30s' },
    mappings: { properties: { order: { properties: { id: { type: 'keyword' } } } } },
  });

  expect(configMap).toMatchObject({ kind: 'ConfigMap', metadata: { name: 'component-template-team-fields' } });
  expect(JSON.parse(configMap.data['template.json'])).toEqual({
    template: {
      settings: { 'index.refresh_interval': '30s' },
      mappings: { properties: { order: { properties: { id: { type: 'keyword' } } } } },
    },
    _meta: { managed_by: 'cdk8s-efk' },
  });
});

test.each<[string, ComponentTemplateProps, string]>([
  [
    'when it says nothing',
    { templateName: 'empty' },
    '[test/template] settings or mappings must be given, got neither; add one',
  ],
  [
    'when it takes the name of a hook, which belongs to the operator',
    { templateName: 'logs@custom', settings: {} },
    "[test/template] templateName must be lower-case letters, digits, dots and dashes, got 'logs@custom'; rename it",
  ],
])('fails %s', (_, props, message) => {
  expect(() => synth(props)).toThrow(expect.objectContaining({ message }));
});
