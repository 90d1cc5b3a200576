// Writes what is compiled from the SHACL shapes of kinds of fact: how each is checked (src/shape/claim-plans.json), how each is
// shown and where it is in a vault (vocab/kinds/). Tests keep the files in step with the shapes.
// npm run shapes
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileFactKinds } from '@grondslag/vocab/compile-fact-kinds';
import { readShapes } from './src/shape/read-shapes.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const shapes = join(root, 'vocab/shapes');
const read = (file) => readFileSync(join(shapes, file), 'utf8');

const facts = globSync('*.shacl.ttl', { cwd: shapes })
  .sort()
  .map(read)
  .filter((text) => text.includes('g:container'));
const { containers, ...kinds } = compileFactKinds(...facts, read('parts/themes.ttl'));
const written = Object.entries({
  'vocab/kinds/fact-containers.json': containers,
  'vocab/kinds/fact-kinds.json': kinds,
  'packages/claims/src/shape/claim-plans.json': await readShapes(...facts),
}).map(([file, content]) => {
  writeFileSync(join(root, file), `${JSON.stringify(content, null, 2)}\n`);
  return file;
});
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
const { status } = spawnSync(process.execPath, [biome, 'format', '--write', ...written], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
