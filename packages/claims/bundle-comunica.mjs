// After `tsc -b`: Comunica in one file, dist/query/comunica.js, as src/query/comunica.ts says. Reading and linking its 1,500
// files takes twice as long as all else at the start of a query engine. Everything works without it, only later.
// node bundle-comunica.mjs [FOLDER]
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const here = dirname(fileURLToPath(import.meta.url));
const entry = join(here, 'src/query/comunica.ts');
const noParser = join(here, 'src/query/no-parser.ts');
const folder = process.argv[2] ?? join(here, 'dist/query');
const file = join(folder, 'comunica.js');

const inputs = [
  fileURLToPath(import.meta.url),
  entry,
  noParser,
  join(here, '../../pnpm-lock.yaml'),
];
const hash = createHash('sha256');
for (const input of inputs) hash.update(readFileSync(input));
const banner = `// Comunica, bundled; licences in comunica.licences.txt. Made of ${hash.digest('hex')}`;

if (!existsSync(file) || !readFileSync(file, 'utf8').startsWith(banner)) {
  const { output } = await build({
    input: entry,
    platform: 'node',
    // What it says is for browsers leaves out the command line and the HTTP server.
    resolve: {
      mainFields: ['browser', 'module', 'main'],
      aliasFields: [['browser']],
      alias: { '@comunica/actor-query-parse-sparql': noParser },
    },
    logLevel: 'silent',
    output: { file, format: 'esm', codeSplitting: false, postBanner: banner },
  });
  writeFileSync(join(folder, 'comunica.licences.txt'), licencesOf(output[0].moduleIds));
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
