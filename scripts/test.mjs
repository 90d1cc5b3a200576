// `npm test`: lint, types, build, then every test, the browser's included. Ends with the line `N passed, N failed`.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './find-chromium.mjs';
import { findPostgres } from './find-postgres.mjs';
import { findPython } from './find-python.mjs';

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
count(check('verified claims in few files', join(root, 'packages/claims/bundle.mjs'), []));
const consent = join(root, 'apps/consent');
const vite = join(consent, 'node_modules/vite/bin/vite.js');
count(check('consent app build', vite, ['build', '--logLevel', 'warn'], { cwd: consent }));
const sizeLimit = join(consent, 'node_modules/size-limit/bin.js');
count(
  check('consent app: at most 170 kB of script in the first load', sizeLimit, [], { cwd: consent }),
);

/** Runs vitest, counts its tests, and says whether it ran any. */
async function runTests(title, argv, report, env) {
  const startedAt = performance.now();
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const vitest = spawn(process.execPath, [join(modules, 'vitest/vitest.mjs'), ...args, ...argv], {
    stdio: 'inherit',
    cwd: root,
    env,
  });
  // Its tests end with us.
  const stop = (signal) => vitest.kill(signal);
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  const [status] = await once(vitest, 'close');
  const ok = status === 0;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${ok ? '✓' : '✗'} ${title} (${seconds} s)`);
  const counted = JSON.parse(readFileSync(report, 'utf8'));
  passed += counted.numPassedTests;
  failed += counted.numFailedTests;
  // a suite that could not start, or an error outside a test, fails the run without a failed test
  if (counted.numTotalTests === 0 || (!ok && counted.numFailedTests === 0)) failed++;
}

// Tests of the whole stack mostly wait for its servers: beside the others they fill a second core.
const wanted = process.argv.slice(2);
const runs =
  wanted.length > 0
    ? [['tests', wanted]]
    : [
        [
          'tests of the parts',
          [
            '--project=unit',
            '--project=fuzz',
            '--project=crash',
            '--project=packages',
            '--maxWorkers=2',
          ],
        ],
        ['tests of the whole stack', ['--project=stack']],
      ];
const folder = mkdtempSync(join(tmpdir(), 'grondslag-test-'));
try {
  const env = {
    // Half of the generated cases, each time others: all of them take minutes more. FUZZ_FACTOR=1 for all.
    FUZZ_FACTOR: '0.5',
    ...process.env,
    CHROMIUM_PATH: findChromium(),
    POSTGRES_BIN: findPostgres(),
    PYTHON: findPython(),
  };
  const started = runs.map(([title, argv], at) =>
    runTests(title, argv, join(folder, `report-${at}.json`), env),
  );
  for (const run of await Promise.allSettled(started)) {
    if (run.status === 'fulfilled') continue;
    console.error(run.reason instanceof Error ? run.reason.message : run.reason);
    failed++;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  failed++;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
