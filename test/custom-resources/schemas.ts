import { join } from 'node:path';
import ts from 'typescript';

import { ROOT } from '../rules/source-tree';

/** An object of a kind that Kubernetes itself does not have. */
export interface CustomResource {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

/** What says whether an object is as its definition wants it. */
type Validator = new (object: never) => { validate(): void };

/** Where the schemas of the definitions are, made from the sources of those who define the kinds; a module per kind. */
const SCHEMAS: Readonly<Record<string, string>> = {
  'monitoring.coreos.com/v1': '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1',
  'cert-manager.io/v1': '@kubernetes-models/cert-manager/cert-manager.io/v1',
};

/** Whether the kind is defined by somebody else than Kubernetes: names of its own groups have no dot, or end in `.k8s.io`. */
export function isCustom({ apiVersion }: { readonly apiVersion: string }): boolean {
  const [group = ''] = apiVersion.split('/');
  return group.includes('.') && !group.endsWith('.k8s.io');
}

/**
 * What the API server would say of `objects`, one line per object with mistakes: wrong values by the schema, and fields
 * that the kind does not have, which an API server removes in silence, by the types.
 */
export async function schemaMistakes(objects: readonly CustomResource[]): Promise<string[]> {
  const known = objects.filter(({ apiVersion }) => SCHEMAS[apiVersion]);
  return [
    ...objects
      .filter((object) => !known.includes(object))
      .map((object) => `${nameOf(object)}: nobody knows its schema; add it to ${Object.keys(SCHEMAS).join(', ')}`),
    ...(await Promise.all(known.map(wrongValue))).filter((line) => line !== undefined),
    ...unknownFields(known),
  ];
}

async function wrongValue(object: CustomResource): Promise<string | undefined> {
  const kinds = (await import(moduleOf(object))) as Readonly<Record<string, Validator>>;
  const Kind = kinds[object.kind] as Validator;
  try {
    new Kind(object as never).validate();
    return undefined;
  } catch (error) {
    return `${nameOf(object)}: ${(error as Error).message}`;
  }
}

/** The compiler finds excess properties in literals. */
function unknownFields(objects: readonly CustomResource[]): string[] {
  const file = join(ROOT, 'test/custom-resources/objects.virtual.ts');
  const lines = objects.map((object, index) => {
    const type = `import('${moduleOf(object)}').I${object.kind}`;
    return `export const object${index}: ${type} = ${JSON.stringify(object)};`;
  });
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => path === file || fileExists(path);
  host.getSourceFile = (path, ...rest) =>
    path === file ? ts.createSourceFile(path, lines.join('\n'), ts.ScriptTarget.ES2022) : getSourceFile(path, ...rest);
  const program = ts.createProgram([file], options, host);
  const source = program.getSourceFile(file);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ start = 0, messageText }) => {
      const object = objects[source?.getLineAndCharacterOfPosition(start).line ?? 0];
      return `${object && nameOf(object)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    },
  );
}

function moduleOf({ apiVersion, kind }: CustomResource): string {
  return `${SCHEMAS[apiVersion]}/${kind}`;
}

function nameOf({ kind, metadata }: CustomResource): string {
  return `${kind} ${metadata.name}`;
}
