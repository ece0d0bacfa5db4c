import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

import { exports } from './package.json';

/** Names of the entries, each a file of that name in `package/`. */
const entries = Object.values(exports).flatMap((target) =>
  typeof target === 'string' ? [] : [target.default.replace('./dist/package/', '').replace('.js', '')],
);

/** Removes declarations that no entry reaches: the compiler writes those of every file that it has read. */
const reachableTypes: Plugin = {
  name: 'efk:reachable-types',
  closeBundle() {
    const reached = new Set(entries.map((entry) => join('dist/package', `${entry}.d.ts`)));
    for (const file of reached) {
      for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(
        /(?:from|import\(|import) ?['"](\.[^'"]*)['"]/g,
      )) {
        const target = join(dirname(file), specifier);
        const found = [`${target}.d.ts`, join(target, 'index.d.ts')].find((path) => existsSync(path));
        if (found === undefined) throw new Error(`${file} imports ${specifier}, which has no declarations`);
        reached.add(found);
      }
    }
    for (const path of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
      const file = join('dist', path);
      if (file.endsWith('.d.ts') && !reached.has(file)) rmSync(file);
    }
  },
};

/**
 * The JavaScript that is published: a file per entry, and what several entries need in files of their own. Seventy small
 * files take a fifth of the time that importing cdk8s-plus-28 takes; these take less than half of that.
 */
export default defineConfig({
  plugins: [reachableTypes],
  build: {
    ssr: true,
    target: 'es2022',
    outDir: 'dist/package',
    emptyOutDir: false,
    minify: false,
    // The JavaScript can be read as it is; maps with the sources would be half of the package.
    sourcemap: false,
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
