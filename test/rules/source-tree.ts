import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

/** Root of the repository. */
export const ROOT = join(__dirname, '..', '..');

/** Text of TypeScript files by path from the root, with `/` on every platform. */
export type SourceTree = ReadonlyMap<string, string>;

/** One mention of another module. */
export interface Import {
  /** As it is written, e.g. `../core` or `cdk8s`. */
  readonly specifier: string;

  /** Path of the file in the tree; undefined for packages and for files that are not in the tree. */
  readonly file: string | undefined;

  /** Whether the module is loaded as soon as the importing one is: not for types, nor for `import()` and inner `require`. */
  readonly loads: boolean;
}

/** A tree written down by hand, for tests of rules. */
export function sourceTree(files: Readonly<Record<string, string>>): SourceTree {
  return new Map(Object.entries(files));
}

/** All TypeScript files of the repository below `folders`, which may be missing. */
export function readSourceTree(...folders: string[]): SourceTree {
  return new Map(folders.flatMap(filesBelow).map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(path);
      return entry.name.endsWith('.ts') ? [path] : [];
    });
}

/** The syntax tree of a file; nothing is resolved or checked. */
export function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
}

/** Calls `visit` for `node` and everything below it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

/** Everything that the file at `path` imports, re-exports or requires. */
export function importsOf(tree: SourceTree, path: string): Import[] {
  const found: Import[] = [];
  walk(parse(path, tree.get(path) ?? ''), (node) => {
    const { specifier, loads } = importDeclaration(node) ?? importExpression(node) ?? {};
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    found.push({ specifier: specifier.text, file: resolve(tree, path, specifier.text), loads: loads ?? false });
  });
  return found;
}

/** What names the module in `node`, if it imports one, and whether it loads that module. */
type ImportSyntax = { specifier: ts.Node | undefined; loads: boolean } | undefined;

function importDeclaration(node: ts.Node): ImportSyntax {
  if (ts.isImportDeclaration(node)) {
    return { specifier: node.moduleSpecifier, loads: !isTypeOnlyImport(node.importClause) };
  }
  if (ts.isExportDeclaration(node)) return { specifier: node.moduleSpecifier, loads: !isTypeOnlyExport(node) };
  if (ts.isExternalModuleReference(node)) return { specifier: node.expression, loads: true };
  return undefined;
}

function importExpression(node: ts.Node): ImportSyntax {
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { specifier: node.argument.literal, loads: false };
  }
  if (!ts.isCallExpression(node)) return undefined;
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword) return { specifier: node.arguments[0], loads: false };
  if (!ts.isIdentifier(node.expression) || node.expression.text !== 'require') return undefined;
  return { specifier: node.arguments[0], loads: !isInsideFunction(node) };
}

function isTypeOnlyImport(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const { name, namedBindings: bindings } = clause;
  return !name && !!bindings && ts.isNamedImports(bindings) && bindings.elements.every(({ isTypeOnly }) => isTypeOnly);
}

function isTypeOnlyExport({ isTypeOnly, exportClause }: ts.ExportDeclaration): boolean {
  return (
    isTypeOnly ||
    (!!exportClause && ts.isNamedExports(exportClause) && exportClause.elements.every((e) => e.isTypeOnly))
  );
}

function isInsideFunction(node: ts.Node): boolean {
  return node.parent !== undefined && (ts.isFunctionLike(node.parent) || isInsideFunction(node.parent));
}

function resolve(tree: SourceTree, from: string, specifier: string): string | undefined {
  if (!/^\.{1,2}(\/|$)/.test(specifier)) return undefined;
  const base = posix.join(posix.dirname(from), specifier).replace(/\/$/, '');
  return [`${base}.ts`, posix.join(base, 'index.ts'), base].find((candidate) => tree.has(candidate));
}
