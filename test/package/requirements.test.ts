import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { requireNode, requireOneCopy, requirePeer } from '../../package/requirements';
import { peerDependencies } from '../../package.json';

test.each(['16.20.2', '18.19.0', '19.9.0'])('Node %s is refused', (version) => {
  expect(() => requireNode(version)).toThrow(
    new Error(`cdk8s-efk needs Node 20 or newer, got ${version}; install one, for instance: nvm install 22`),
  );
});

test.each(['20.0.0', '22.1.0', '24.4.1'])('Node %s is accepted', (version) => {
  expect(() => requireNode(version)).not.toThrow();
});

describe('a peer', () => {
  test('that is missing is named, with the command that installs it', () => {
    expect(() => requirePeer(() => require('no-such-package'), 'no-such-package@^1')).toThrow(
      new Error(
        'cdk8s-efk needs the package no-such-package, which is not installed; run: npm install no-such-package@^1',
      ),
    );
  });

  test.each(['no-such-package/package.json', '@no-such/package/lib/index.js'])(
    'of %s is named, not the file',
    (file) => {
      expect(() => requirePeer(() => require(file), 'it')).toThrow(
        new Error(
          `cdk8s-efk needs the package ${file.startsWith('@') ? '@no-such/package' : 'no-such-package'}, which is not installed; run: npm install it`,
        ),
      );
    },
  );

  test('that lacks a file of its own says so itself', () => {
    expect(() => requirePeer(() => require('./no-such-file'), 'it')).toThrow(/^Cannot find module '\.\/no-such-file'/);
  });

  test('that fails for another reason says so itself', () => {
    const load = () => {
      throw new Error('out of memory');
    };
    expect(() => requirePeer(load, '')).toThrow(new Error('out of memory'));
  });

  test('that is there is returned', () => {
    expect(requirePeer(() => require('constructs'), '')).toHaveProperty('Construct');
  });
});

test('two copies of constructs are named, with the command that makes them one', () => {
  class OtherConstruct {}
  class Chart extends OtherConstruct {}
  expect(() => requireOneCopy(require('constructs'), { Chart } as unknown as typeof import('cdk8s'))).toThrow(
    new Error('cdk8s and cdk8s-efk use different copies of the package constructs (must be one); run: npm dedupe'),
  );
  expect(() => requireOneCopy(require('constructs'), require('cdk8s'))).not.toThrow();
});

test('what is asked for is what package.json asks for', () => {
  const asked = ['requirements.ts', 'pulumi-requirements.ts']
    .map((file) => readFileSync(join(__dirname, '../../package', file), 'utf8'))
    .flatMap((text) => /PEERS = '([^']+)'/.exec(text)?.[1]?.split(' ') ?? []);
  expect(asked.sort()).toEqual(
    Object.entries(peerDependencies)
      .map(([name, range]) => `${name}@${range}`)
      .sort(),
  );
});
