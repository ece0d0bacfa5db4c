import { builtinModules } from 'node:module';
import ts from 'typescript';

import { parse, type SourceTree, walk } from './source-tree';

/** What makes the same props give other manifests, or reads the machine it runs on. */
const IMPURE_GLOBALS = new Set(['process', 'Date', 'performance', 'crypto', 'fetch', 'setTimeout', 'require']);

/** The only thing of Node.js that depends on nothing but its arguments and that constructs need. */
const PURE_IMPORTS: Readonly<Record<string, readonly string[]>> = { 'node:crypto': ['createHash'] };

/** One line per use of a file, clock, environment variable or random number. */
export function impurities(tree: SourceTree): string[] {
  return [...tree].flatMap(([path, text]) => {
    const found = new Set<string>();
    walk(parse(path, text), (node) => {
      const use = impureUse(node);
      if (use) found.add(use);
    });
    return [...found].map(
      (use) => `${path}: uses ${use}, but constructs give the same manifests always and everywhere; take it as a prop`,
    );
  });
}

function impureUse(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node)) return impureImport(node);
  if (ts.isPropertyAccessExpression(node)) return node.getText() === 'Math.random' ? 'Math.random' : undefined;
  if (isLatePackage(node)) return undefined;
  return ts.isIdentifier(node) && IMPURE_GLOBALS.has(node.text) && isExpression(node) ? node.text : undefined;
}

function impureImport({ moduleSpecifier, importClause }: ts.ImportDeclaration): string | undefined {
  const module = (moduleSpecifier as ts.StringLiteral).text;
  if (!module.startsWith('node:') && !builtinModules.includes(module)) return undefined;
  const bindings = importClause?.namedBindings;
  const names =
    bindings && ts.isNamedImports(bindings) ? bindings.elements.map((e) => (e.propertyName ?? e.name).text) : ['*'];
  const impure = names.filter((name) => !PURE_IMPORTS[module]?.includes(name));
  return impure.length > 0 ? `${impure.join(', ')} of ${module}` : undefined;
}

/** Whether it is the `require` of a package by its name, which is an import that is not made before it is needed. */
function isLatePackage(node: ts.Node): boolean {
  const { parent } = node;
  if (node.getText() !== 'require' || !ts.isCallExpression(parent) || parent.expression !== node) return false;
  const [module] = parent.arguments;
  return (
    module !== undefined &&
    ts.isStringLiteral(module) &&
    !/^(\.|\/|node:)/.test(module.text) &&
    !builtinModules.includes(module.text)
  );
}

/** Whether an identifier is read, rather than being the name of a property, of a declaration or of a type. */
function isExpression(node: ts.Identifier): boolean {
  const { parent } = node;
  return !ts.isTypeNode(parent) && !ts.isQualifiedName(parent) && (parent as { name?: ts.Node }).name !== node;
}
