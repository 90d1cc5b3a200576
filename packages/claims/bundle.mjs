// What Node loads: this package with vocab and protocol in a few files, dist/node, made of their source. Reading and linking
// a file takes Node 0.4 ms, and there are 115 of ours, and 1,500 of Comunica. Browsers and bundlers get what `tsc` made.
// node bundle.mjs [FOLDER]
import { createHash } from 'node:crypto';
import { existsSync, globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const source = (file) => join(here, 'src', file);
const folder = process.argv[2] ?? join(here, 'dist/node');

/** Entries of package.json, and what is started as a thread: it is looked for beside the file that starts it. */
const entries = {
  index: 'index.ts',
  bbs: 'bbs/index.ts',
  'contexts-file': 'contexts-file/index.ts',
  query: 'query/index.ts',
  'query-lite': 'query-lite/index.ts',
  'verify-many': 'verify-many/index.ts',
  'query-worker': 'query/query-worker.ts',
  'verify-thread': 'verify-many/verify-thread.ts',
};
const comunica = source('query/comunica.ts');
const noParser = source('query/no-parser.ts');

await bundle('comunica.js', [comunica, noParser, join(root, 'pnpm-lock.yaml')], async (banner) => {
  const { output } = await build({
    input: comunica,
    platform: 'node',
    // What it says is for browsers leaves out the command line and the HTTP server.
    resolve: {
      mainFields: ['browser', 'module', 'main'],
      aliasFields: [['browser']],
      alias: { '@comunica/actor-query-parse-sparql': noParser },
    },
    logLevel: 'silent',
    output: {
      ...{ file: join(folder, 'comunica.js'), format: 'esm', codeSplitting: false },
      postBanner: `${banner}, licences in comunica.licences.txt`,
    },
  });
  writeFileSync(join(folder, 'comunica.licences.txt'), licencesOf(output[0].moduleIds));
});

const own = globSync(
  ['packages/claims/src/**/*.ts', 'packages/protocol/src/**/*.ts', 'vocab/{src,contexts}/**/*.*'],
  { cwd: root },
);
const files = own.filter((file) => !/\.test\.|\.md$/.test(file)).toSorted();
await bundle(
  'index.js',
  files.map((file) => join(root, file)),
  async (banner) => {
    await build({
      input: Object.fromEntries(
        Object.entries(entries).map(([name, file]) => [name, source(file)]),
      ),
      platform: 'node',
      resolve: { conditionNames: ['@grondslag/source', 'node', 'import'] },
      external: [/^(?!@grondslag\/)[@a-z]/, /^node:/],
      plugins: [
        {
          name: 'comunica-beside-it',
          resolveId: (id) =>
            id.endsWith('/comunica.ts') ? { id: './comunica.js', external: 'relative' } : null,
        },
      ],
      output: {
        ...{ dir: folder, format: 'esm', sourcemap: true, postBanner: banner },
        ...{ entryFileNames: '[name].js', chunkFileNames: '[name].js' },
        // All that an entry needs at once, in one file; what it needs later stays apart.
        codeSplitting: {
          groups: [
            { name: 'claims', test: /claims\/src\/index\.ts$/ },
            { name: 'dataset', test: /claims\/src\/query\/index\.ts$/ },
          ],
        },
      },
    });
  },
);

/** Makes a bundle unless its first line says that it was made of the same inputs. */
async function bundle(file, inputs, make) {
  const hash = createHash('sha256');
  for (const input of [fileURLToPath(import.meta.url), ...inputs]) hash.update(readFileSync(input));
  const banner = `// Made of ${hash.digest('hex')}`;
  const made = join(folder, file);
  if (!existsSync(made) || !readFileSync(made, 'utf8').startsWith(banner)) await make(banner);
}

/** The licence of each package that is in the bundle. */
function licencesOf(modules) {
  const folders = new Set(modules.map(packageFolder).filter((folder) => folder !== undefined));
  const texts = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    const text = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
    return `${name} ${version}: ${license}\n${text ? readFileSync(join(folder, text), 'utf8') : ''}`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n`);
}

/** The folder below the last `node_modules`. */
function packageFolder(module) {
  const [folder] = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module.replaceAll('\\', '/')) ?? [];
  return folder;
}
