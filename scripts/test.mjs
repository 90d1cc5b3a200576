// `npm test`: lint, types, build, then every test, the browser's included. Ends with the line `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './find-chromium.mjs';
import { findPostgres } from './find-postgres.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
let passed = 0;
let failed = 0;

function check(title, script, argv, { cwd = root, env = process.env } = {}) {
  const startedAt = performance.now();
  const { status } = spawnSync(process.execPath, [script, ...argv], { stdio: 'inherit', cwd, env });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${status === 0 ? '✓' : '✗'} ${title} (${seconds} s)`);
  return status === 0;
}
function count(ok) {
  if (ok) passed++;
  else failed++;
}

const plain = process.stdout.isTTY ? [] : ['--colors=off'];
const biome = join(modules, '@biomejs/biome/bin/biome');
count(check('lint', biome, ['ci', '--error-on-warnings', ...plain, '.']));
count(check('types and build', join(modules, 'typescript/bin/tsc'), ['-b']));
const decisions = join(root, 'packages/legal-basis/dist/decision-table/main.js');
count(check('decision table', decisions, ['--summary']));
const consent = join(root, 'apps/consent');
const vite = join(consent, 'node_modules/vite/bin/vite.js');
count(check('consent app build', vite, ['build', '--logLevel', 'warn'], { cwd: consent }));

const folder = mkdtempSync(join(tmpdir(), 'grondslag-test-'));
try {
  const report = join(folder, 'report.json');
  const ok = check(
    'tests',
    join(modules, 'vitest/vitest.mjs'),
    [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...process.argv.slice(2),
    ],
    { env: { ...process.env, CHROMIUM_PATH: findChromium(), POSTGRES_BIN: findPostgres() } },
  );
  const { numPassedTests, numFailedTests, numTotalTests } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  passed += numPassedTests;
  failed += numFailedTests;
  // a suite that could not start, or an error outside a test, fails the run without a failed test
  if (numTotalTests === 0 || (!ok && numFailedTests === 0)) failed++;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  failed++;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
