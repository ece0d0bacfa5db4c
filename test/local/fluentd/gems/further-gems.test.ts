import { expect, test } from 'vitest';
import { readLock } from '../../../../local/fluentd/gems';
import { FURTHER_GEM_FILES } from '../../../../local/fluentd/gems/further/files.generated';
import { furtherGems } from '../../../../local/fluentd/gems/further-gems';

test('a plugin comes with all that it depends on and the image lacks', () => {
  const { added, removed } = furtherGems(['fluent-plugin-s3']);
  expect(added.map(({ name }) => name)).toEqual([
    'aws-eventstream',
    'aws-partitions',
    'aws-sdk-core',
    'aws-sdk-kms',
    'aws-sdk-s3',
    'aws-sdk-sqs',
    'aws-sigv4',
    'fluent-plugin-s3',
    'jmespath',
  ]);
  expect(removed).toEqual([]);
});

test('a gem of the image is replaced when a plugin does not take its version', () => {
  const { added, removed } = furtherGems(['fluent-plugin-kafka']);
  expect(added.map(({ name }) => name)).toEqual([
    'bigdecimal',
    'digest-crc',
    'fluent-plugin-kafka',
    'ltsv',
    'ruby-kafka',
  ]);
  expect(removed).toEqual([{ name: 'bigdecimal', version: '4.1.2' }]);
});

test('gems of the image keep their versions, but for those that a plugin does not take', () => {
  const [image, further] = [readLock(), readLock(FURTHER_GEM_FILES)];
  const changed = [...further.versions].filter(([name, version]) => {
    const before = image.versions.get(name);
    return before !== undefined && before !== version;
  });
  expect(changed).toEqual([['bigdecimal', '3.3.1']]);
});

test('fails for a gem whose version is not known', () => {
  expect(() => furtherGems(['fluent-plugin-nothing'])).toThrow('the version of fluent-plugin-nothing must be known');
});
