import { defineConfig, type Plugin } from 'vite';

import { exports } from './package.json';

/** Names of the entries, each a file of that name in `package/`. */
const entries = Object.values(exports).flatMap((target) =>
  typeof target === 'string' ? [] : [target.default.replace('./dist/package/', '').replace('.js', '')],
);

/** Sources that are no part of an API: what users call is in the others. */
const OF_COMMANDS = /^(\.\.\/)*(cli|local|review|trial)\//;

/**
 * Leaves texts out of source maps that would be half of the package: of generated modules, which are the JavaScript once
 * more, and of what commands do, whose JavaScript can be read as it is. A map without any text is left out as a whole.
 */
const smallMaps: Plugin = {
  name: 'efk:small-maps',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'asset' || !file.fileName.endsWith('.map')) continue;
      const map = JSON.parse(String(file.source)) as { sources: string[]; sourcesContent: (string | null)[] };
      map.sourcesContent = map.sourcesContent.map((text, index) => {
        const source = map.sources[index] ?? '';
        return source.endsWith('.generated.ts') || OF_COMMANDS.test(source) ? null : text;
      });
      file.source = JSON.stringify(map);
      if (map.sourcesContent.some((text) => text !== null)) continue;
      delete bundle[file.fileName];
      const chunk = bundle[file.fileName.replace(/\.map$/, '')];
      if (chunk?.type === 'chunk') chunk.code = chunk.code.replace(/\n\/\/# sourceMappingURL=\S+\n?$/, '\n');
    }
  },
};

/**
 * The JavaScript that is published: a file per entry, and what several entries need in files of their own. Seventy small
 * files take a fifth of the time that importing cdk8s-plus-28 takes; these take less than half of that.
 */
export default defineConfig({
  plugins: [smallMaps],
  build: {
    ssr: true,
    target: 'es2022',
    outDir: 'dist/package',
    emptyOutDir: false,
    minify: false,
    sourcemap: true,
    rollupOptions: {
      // The requirements of Pulumi are an entry as well, because a file of its own is loaded before Pulumi is. The command is
      // one that nobody imports.
      input: [...entries, 'pulumi-requirements', 'efk'].map((entry) => `package/${entry}.ts`),
      external: (id, importer) => importer !== undefined && !/^[./]/.test(id),
      output: {
        format: 'cjs',
        exports: 'named',
        entryFileNames: '[name].js',
        chunkFileNames: 'shared/[name].js',
        esModule: true,
      },
    },
  },
});
