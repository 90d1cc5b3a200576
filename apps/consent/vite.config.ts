import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { letterStyle } from '../../packages/agency/src/letters/letter-style.ts';

/** The style of a letter that a desk prints, as a file: the content security policy allows none inside a page. */
const letterCss: Plugin = {
  name: 'letter-css',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'letter.css', source: letterStyle });
  },
};

export default defineConfig({
  plugins: [react(), letterCss, noCircles(), compress()],
  // Our own packages are read from their source: no build of theirs is needed first.
  resolve: { conditions: ['@grondslag/source', 'module', 'browser', 'development|production'] },
  // Modules, so that parts few facts need come when they are needed.
  worker: {
    format: 'es',
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'facts', tags: ['$initial'] }] } },
    },
  },
  build: {
    target: 'es2022',
    // The content security policy allows no inline content, so nothing is inlined.
    assetsInlineLimit: 0,
    sourcemap: true,
    // All of it is small.
    cssCodeSplit: false,
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Each file costs a slow telephone a round trip: few files, not many small ones.
          groups: [
            { name: 'first', tags: ['$initial'] },
            // Apart, so that pages without facts do not wait for it.
            {
              name: 'libraries',
              test: /node_modules(?!.*zod)/,
              minShareCount: 2,
              includeDependenciesRecursively: false,
            },
            { name: 'cbor', test: /node_modules.*cborg/ },
            {
              name: 'claims',
              test: /packages[\\/]claims|src[\\/]facts[\\/](?:find|list|fact)-(?:storages|container)/,
              includeDependenciesRecursively: false,
            },
            { name: 'parts', minShareCount: 2 },
          ],
        },
      },
    },
  },
});

/** Files that need each other may run in the wrong order: a page then fails when it is opened, so the build fails first. */
function noCircles(): Plugin {
  return {
    name: 'no-circles',
    apply: 'build',
    generateBundle(_, bundle) {
      const ended = new Set<string>();
      const visit = (file: string, path: readonly string[]): void => {
        if (path.includes(file))
          this.error(`Files need each other: ${[...path, file].join(' → ')}`);
        const chunk = bundle[file];
        if (ended.has(file) || chunk?.type !== 'chunk') return;
        for (const next of chunk.imports) visit(next, [...path, file]);
        ended.add(file);
      };
      for (const file of Object.keys(bundle)) visit(file, []);
    },
  };
}

/** Puts a compressed copy beside each file, for servers that look for one: done once, and as small as can be. */
function compress(): Plugin {
  return {
    name: 'compress',
    apply: 'build',
    async writeBundle({ dir = 'dist' }) {
      const files = await readdir(dir, { recursive: true });
      await Promise.all(
        files
          .filter((file) => /\.(?:js|css)$/.test(file))
          .map(async (file) => {
            const path = join(dir, file);
            const content = await readFile(path);
            await writeFile(`${path}.br`, await promisify(brotliCompress)(content));
            await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
          }),
      );
    },
  };
}
