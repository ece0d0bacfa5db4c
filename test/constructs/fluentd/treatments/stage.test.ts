import { expect, test } from 'vitest';

import { render } from '../../../../constructs/fluentd/conf';
import { treatmentStages } from '../../../../constructs/fluentd/treatments/stage';

const OWN = { namespace: 'agents', name: 'fluentd' };

test('without treatments there is no stage', () => {
  expect(treatmentStages([], { own: OWN })).toEqual([]);
});

test('every treatment has a section, whether the filter does something for it or not', () => {
  const [stage] = treatmentStages(
    [
      {
        name: 'web',
        drop: [
          { reason: 'health checks', where: { 'url.path': ['/health', '/ready'], stream: 'stdout' } },
          { reason: 'fine', where: { 'http.response.status_code': { atLeast: 200, below: 300, not: 206 } } },
        ],
      },
      { name: 'plain' },
    ],
    { own: OWN, keepName: true },
  );
  expect(render(stage?.directives(() => '@LOGS') ?? [])).toMatchInlineSnapshot(`
    "<filter **>
      @type treatments
      keep_name true
      <treatment web>
        <drop>
          reason 'health checks'
          where '{"url.path":["/health","/ready"],"stream":"stdout"}'
        </drop>
        <drop>
          reason fine
          where '{"http.response.status_code":{"not":206,"at_least":200,"below":300}}'
        </drop>
      </treatment>
      <treatment plain>
      </treatment>
    </filter>
    "
  `);
  expect(Object.keys(stage?.footprint?.().rubyFiles ?? {})).toContain('drop.rb');
});

test('fields that are not promoted stay where they are', () => {
  const config = (promote?: boolean) =>
    render(treatmentStages([{ name: 'web' }], { own: OWN, promote })[0]?.directives(() => '@LOGS') ?? []);
  expect(config(false)).toContain('  promote false\n');
  expect(config(true)).not.toContain('promote');
  expect(config()).not.toContain('promote');
});

test('one redaction that hashes asks for the key', () => {
  const [stage] = treatmentStages(
    [{ name: 'a' }, { name: 'b', redact: [{ pattern: 'email' }, { pattern: 'iban', with: 'hash' }] }],
    { own: OWN },
  );
  expect(stage?.footprint?.()).toHaveProperty('env');
});

test('a key of hashes is an environment variable from a Secret, and no part of the configuration', () => {
  const hashing = [{ name: 'web', redact: [{ pattern: 'email', with: 'hash' } as const] }];
  const [made] = treatmentStages(hashing, { own: OWN });
  expect(render(made?.directives(() => '@LOGS') ?? [])).toMatchInlineSnapshot(`
    "<filter **>
      @type treatments
      <treatment web>
        redaction_key "#{ENV['REDACTION_KEY']}"
        <redact email>
          with hash
        </redact>
      </treatment>
    </filter>
    "
  `);
  expect(made?.footprint?.()).toMatchObject({
    env: [{ name: 'REDACTION_KEY', valueFrom: { secretKeyRef: { name: 'fluentd-redaction', key: 'key' } } }],
    secrets: [{ kind: 'keys', name: 'fluentd-redaction', namespace: 'agents', keys: ['key'] }],
  });
  const [existing] = treatmentStages(hashing, {
    own: OWN,
    redactionKey: { secretName: 'ours', keys: { key: 'hmac' } },
  });
  expect(existing?.footprint?.()).toMatchObject({
    env: [{ name: 'REDACTION_KEY', valueFrom: { secretKeyRef: { name: 'ours', key: 'hmac' } } }],
    secrets: [],
  });
  expect(
    treatmentStages([{ name: 'web', redact: [{ pattern: 'email' }] }], { own: OWN })[0]?.footprint?.(),
  ).not.toHaveProperty('env');
});
