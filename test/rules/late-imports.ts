import ts from 'typescript';

import { parse, type SourceTree, walk } from './source-tree';

/**
 * One line per `import()` of a file of this repository. The package is bundled before it runs; everything else is compiled as
 * it is loaded, by `tsx/cjs`, which leaves `import()` to Node.js: that finds no TypeScript.
 */
export function lateImports(tree: SourceTree): string[] {
  return [...tree].flatMap(([path, text]) => {
    if (path.startsWith('package/')) return [];
    const found: string[] = [];
    walk(parse(path, text), (node) => {
      if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return;
      const [specifier] = node.arguments;
      if (specifier && ts.isStringLiteralLike(specifier) && specifier.text.startsWith('.')) found.push(specifier.text);
    });
    return found.map(
      (specifier) => `${path}: imports ${specifier} when it is needed, which fails at run time; import or require it`,
    );
  });
}
