import { InputError } from '../errors';
import { at, isMapping, type KubernetesObject, listAt } from './kubernetes-object';
import { parseYaml } from './yaml';

/** Manifests by the path of their file. */
export type ManifestFiles = ReadonlyMap<string, string>;

/** One document of a file; its text alone tells whether it is the same as another one. */
export class ManifestDocument {
  private parsed: readonly KubernetesObject[] | undefined;

  /**
   * @param file path of the file
   * @param line line on which the document starts, from 1
   * @param text the document without its separator
   */
  constructor(
    readonly file: string,
    readonly line: number,
    readonly text: string,
  ) {}

  /**
   * The objects of the document: one, none if it is empty, several if it is a `List`. Parsing takes most of the time of a
   * review, so it happens when they are asked for, and once.
   *
   * @throws InputError if the document is not valid YAML or not an object of Kubernetes
   */
  objects(): readonly KubernetesObject[] {
    this.parsed ??= this.parse();
    return this.parsed;
  }

  private parse(): KubernetesObject[] {
    const value = parseYaml(this.text, this.file, this.line);
    if (value === undefined || value === null) return [];
    const values = at(value, 'kind') === 'List' ? listAt(value, 'items') : [value];
    return values.map((object) => {
      if (isObject(object)) return object;
      throw new InputError(
        `[${this.file}:${this.line}] must be an object with apiVersion, kind and metadata.name, got ${describe(object)}; add them, or keep other files elsewhere`,
      );
    });
  }
}

/**
 * The documents of `files`, in their order; nothing is parsed.
 *
 * @param where what stands in front of the name of a file in messages
 */
export function documentsOf(files: ManifestFiles, where = ''): ManifestDocument[] {
  return [...files].flatMap(([path, text]) => {
    const file = where + path;
    const documents: ManifestDocument[] = [];
    let line = 1;
    // A line that starts with three dashes separates documents; inside of a block of text it would be indented.
    for (const part of text.split(/^---(?=\s|$)[ \t]*(?:#.*)?\n?/m)) {
      if (/^[^\s#]/m.test(part)) documents.push(new ManifestDocument(file, line, part));
      line += part.split('\n').length;
    }
    return documents;
  });
}

/** Called after each document that has been parsed, with how many there are. */
export type Counting = (done: number, total: number) => void;

/**
 * All objects of `files`.
 *
 * @throws InputError if a file is not valid
 */
export function objectsOf(files: ManifestFiles, counting: Counting = () => undefined): KubernetesObject[] {
  return documentsOf(files).flatMap((document, index, all) => {
    const objects = document.objects();
    counting(index + 1, all.length);
    return [...objects];
  });
}

function isObject(value: unknown): value is KubernetesObject {
  return (
    typeof at(value, 'apiVersion') === 'string' &&
    typeof at(value, 'kind') === 'string' &&
    typeof (at(value, 'metadata', 'name') ?? at(value, 'metadata', 'generateName')) === 'string'
  );
}

function describe(value: unknown): string {
  if (!isMapping(value)) return JSON.stringify(value)?.slice(0, 60) ?? 'nothing';
  return `a map with the keys ${Object.keys(value).slice(0, 5).join(', ')}`;
}
