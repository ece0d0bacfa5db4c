import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';

import { environmentNamed, environmentNames } from '../../environments';
import { manifests } from '../../stacks';

const FOLDER = join(__dirname, '../../manifests');

/** An object of a manifest, as far as these tests look at it. */
interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

function objects(environment: string): Manifest[] {
  return Object.values(manifests(environmentNamed(environment))).flatMap((text) =>
    parseAllDocuments(text, { version: '1.1' }).map((document) => document.toJS() as Manifest),
  );
}

test.each(environmentNames)('manifests/%s is what the code generates; if not, run: npm run synth', (name) => {
  const generated = manifests(environmentNamed(name));
  const committed = Object.fromEntries(
    readdirSync(join(FOLDER, name)).map((file) => [file, readFileSync(join(FOLDER, name, file), 'utf8')]),
  );

  expect(Object.keys(committed).sort()).toEqual(Object.keys(generated).sort());
  for (const [file, text] of Object.entries(generated)) expect(committed[file], file).toBe(text);
});

test('manifests/ has a folder per environment and nothing else', () => {
  expect(readdirSync(FOLDER).sort()).toEqual([...environmentNames].sort());
});

test.each(environmentNames)('%s renders to the same bytes again', (name) => {
  expect(manifests(environmentNamed(name))).toEqual(manifests(environmentNamed(name)));
});

test.each(environmentNames)('%s holds no Secret and no private key', (name) => {
  expect(objects(name).filter(({ kind }) => kind === 'Secret')).toEqual([]);
  expect(JSON.stringify(manifests(environmentNamed(name)))).not.toMatch(/BEGIN [A-Z ]*PRIVATE KEY|PBKDF2/);
});

test.each(environmentNames)('%s names every object once', (name) => {
  const names = objects(name).map(({ kind, metadata }) => [kind, metadata.namespace, metadata.name].join('/'));

  expect(new Set(names).size).toBe(names.length);
});

test.each(environmentNames)('%s puts everything into its two namespaces', (name) => {
  const { namespace, agentsNamespace } = environmentNamed(name);
  const namespaces = new Set(objects(name).map(({ metadata }) => metadata.namespace));

  expect(namespaces).toEqual(new Set([undefined, namespace, agentsNamespace]));
  expect(
    objects(name)
      .filter(({ metadata }) => !metadata.namespace)
      .map(({ kind }) => kind),
  ).toEqual(['Namespace', 'Namespace']);
});

test.each(environmentNames)('%s: configuration is a block of text that a reviewer can read', (name) => {
  for (const [file, text] of Object.entries(manifests(environmentNamed(name)))) {
    const quoted = text.split('\n').filter((line) => /^\s+[\w.-]+\.(conf|yml|json|sh|txt): ["'>]/.test(line));
    expect(quoted, file).toEqual([]);
  }
});
