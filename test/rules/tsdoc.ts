import ts from 'typescript';

import { parse, type SourceTree, walk } from './source-tree';

/** One line per exported symbol without a documentation comment; re-exports are documented where they are declared. */
export function undocumented(tree: SourceTree): string[] {
  return [...tree].flatMap(([path, text]) =>
    exportedDeclarations(parse(path, text))
      .filter((declaration) => !isDocumented(declaration))
      .map(
        (declaration) => `${path}: ${nameOf(declaration)} is exported without a comment; say in /** */ what it is for`,
      ),
  );
}

/**
 * One line per mistake in the members of exported interfaces called `*Props` or `*Options`: each has a comment, and an
 * optional one, and no other, says in `@default` what holds without it.
 */
export function propMistakes(tree: SourceTree): string[] {
  return [...tree].flatMap(([path, text]) =>
    exportedDeclarations(parse(path, text))
      .filter((declaration) => ts.isInterfaceDeclaration(declaration))
      .filter(({ name }) => /(Props|Options)$/.test(name.text))
      .flatMap((declaration) =>
        declaration.members.flatMap((member) =>
          memberMistakes(member).map((mistake) => `${path}: ${declaration.name.text}.${nameOf(member)} ${mistake}`),
        ),
      ),
  );
}

function memberMistakes(member: ts.TypeElement): string[] {
  const fallback = ts.getJSDocTags(member).find(({ tagName }) => tagName.text === 'default');
  const text = ts.getTextOfJSDocComment(fallback?.comment)?.trim();
  return [
    ...(isDocumented(member) ? [] : ['has no comment; say in /** */ what it is, with its unit']),
    ...(member.questionToken && !fallback
      ? ['is optional without @default; write the value, or `- ` and what happens']
      : []),
    ...(!member.questionToken && fallback ? ['is required, but has a @default; remove one of them'] : []),
    ...(fallback && (!text || text === 'undefined')
      ? ['has a @default that says nothing; write the value, or `- ` and what happens']
      : []),
  ];
}

/** One line per exported function or class with a constructor that throws, or refuses props, and does not say so in `@throws`. */
export function silentThrows(tree: SourceTree): string[] {
  return [...tree].flatMap(([path, text]) =>
    exportedDeclarations(parse(path, text))
      .filter((declaration) => bodiesOf(declaration).some(throws))
      .filter((declaration) => !ts.getJSDocTags(declaration).some(({ tagName }) => tagName.text === 'throws'))
      .map((declaration) => `${path}: ${nameOf(declaration)} throws; say in @throws which error, and when`),
  );
}

/** Declarations that other files can import; of a `const a = 1, b = 2` each on its own. */
function exportedDeclarations(file: ts.SourceFile): ts.Declaration[] {
  const listed = new Set<string>();
  for (const statement of file.statements) {
    if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier || !statement.exportClause) continue;
    if (!ts.isNamedExports(statement.exportClause)) continue;
    for (const { propertyName, name } of statement.exportClause.elements) listed.add((propertyName ?? name).text);
  }
  return file.statements
    .filter((statement) => !ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement))
    .flatMap((statement): ts.Declaration[] => {
      const declarations = ts.isVariableStatement(statement)
        ? [...statement.declarationList.declarations]
        : [statement as ts.DeclarationStatement];
      return isExported(statement)
        ? declarations
        : declarations.filter((declaration) => listed.has(nameOf(declaration)));
    });
}

function isExported(statement: ts.Statement): boolean {
  if (ts.isExportAssignment(statement)) return true;
  return (
    ts.canHaveModifiers(statement) &&
    !!ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

function isDocumented(node: ts.Node): boolean {
  // Tags count: `@throws RangeError if ...` can say everything there is to say.
  return ts.getJSDocCommentsAndTags(node).some((doc) => ts.isJSDoc(doc) && (!!doc.comment || !!doc.tags?.length));
}

function nameOf(declaration: ts.Declaration): string {
  return (declaration as ts.NamedDeclaration).name?.getText() ?? 'the default export';
}

/** What runs when a declaration is called or constructed. */
function bodiesOf(declaration: ts.Declaration): ts.Node[] {
  if (ts.isFunctionDeclaration(declaration)) return declaration.body ? [declaration.body] : [];
  if (ts.isClassDeclaration(declaration)) return declaration.members.filter(ts.isConstructorDeclaration);
  const value = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  return value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) ? [value.body] : [];
}

function throws(body: ts.Node): boolean {
  let found = false;
  walk(body, (node) => {
    found ||= ts.isThrowStatement(node) || (ts.isCallExpression(node) && node.expression.getText() === 'refuse');
  });
  return found;
}
