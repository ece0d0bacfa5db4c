/** What a module that holds texts is made of. */
export interface TextModule {
  /** Where the texts come from, for the first line, e.g. `*.rb`. */
  readonly source: string;

  /** What the constant is for; the comment that its readers see. */
  readonly comment: string;

  /** Name of the constant. */
  readonly name: string;

  /** Texts by file name, in the order in which they are written. */
  readonly texts: Readonly<Record<string, string>>;
}

/** TypeScript that exports texts by file name, because constructs read no files; their lines stay as they are. */
export function textModule({ source, comment, name, texts }: TextModule): string {
  const entries = Object.entries(texts).map(([file, text]) => `  ${key(file)}: ${templateLiteral(text)},\n`);
  return `${header(source)}
/** ${comment} */
export const ${name}: Readonly<Record<string, string>> = {
${entries.join('')}};
`;
}

/** First line of every generated file. */
export function header(source: string): string {
  return `// Made from ${source} by \`npm run generate\`; do not edit.\n`;
}

/** In quotes where it must be. */
function key(file: string): string {
  return /^\w+$/.test(file) ? file : `'${file}'`;
}

/** A template literal is the only one that shows lines as lines. */
function templateLiteral(text: string): string {
  return `\`${text.replace(/[\\`]|\$\{/g, '\\$&')}\``;
}
