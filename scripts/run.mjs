// Entry point of every npm script: any Node >= 20 with npm is enough. Installs pinned pnpm (and Node 24 when the running Node is
// too old) below .tools/, without running any package's install script, then the dependencies, then what was asked for.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './find-chromium.mjs';
import { findPostgres } from './find-postgres.mjs';

const PNPM = '12.21.0';
const NODE = '24.21.0';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tools = join(root, '.tools');
const windows = process.platform === 'win32';
const [command, ...args] = process.argv.slice(2);

const startedAt = Date.now();
/** Progress goes to stderr: stdout belongs to the command. */
function progress(text) {
  console.error(`[${((Date.now() - startedAt) / 1000).toFixed(1)} s] ${text}`);
}
function fail(text, code = 1) {
  console.error(`\n${text}\n`);
  process.exit(code);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20) fail(`This needs Node 20 or newer to start; you have ${process.version}.`);
const recentEnough = major >= 24 || (major === 22 && minor >= 18);
const nodePackage = `node-${windows ? 'win' : process.platform}-${process.arch}`;
const ownNode = join(tools, 'node_modules', nodePackage, 'bin', windows ? 'node.exe' : 'node');
const pnpmCli = join(tools, 'node_modules', 'pnpm', 'bin', 'pnpm.mjs');

function installTools() {
  if (existsSync(pnpmCli) && (recentEnough || existsSync(ownNode))) return;
  const extra = recentEnough
    ? ''
    : ` and Node ${NODE}, because this is Node ${process.versions.node}`;
  progress(`installing the tool chain: pnpm ${PNPM}${extra} …`);
  mkdirSync(tools, { recursive: true });
  writeFileSync(join(tools, 'package.json'), '{"private":true}\n');
  const npmCli = process.env.npm_execpath?.endsWith('npm-cli.js')
    ? [process.execPath, process.env.npm_execpath]
    : [windows ? 'npm.cmd' : 'npm'];
  const packages = [`pnpm@${PNPM}`, ...(recentEnough ? [] : [`${nodePackage}@${NODE}`])];
  const flags = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
  const result = spawnSync(
    npmCli[0],
    [...npmCli.slice(1), 'install', ...flags, '--loglevel=error', ...packages],
    { stdio: ['ignore', 2, 2], cwd: tools, shell: windows },
  );
  if (result.status !== 0) fail('npm could not install the tool chain; its message is above.');
  if (!recentEnough && !existsSync(ownNode)) {
    fail(
      `This needs Node 24 (or 22.18 and newer). You have ${process.version}, and npm has no ready-made Node for ` +
        `${process.platform}/${process.arch}: install Node 24 and try again.`,
    );
  }
}

installTools();
const node = recentEnough ? process.execPath : ownNode;

const environment = {
  ...process.env,
  PATH: dirname(node) + delimiter + process.env.PATH,
  // so that the seconds go on counting in the command's own progress
  GRONDSLAG_STARTED_AT: String(startedAt),
};
for (const name of Object.keys(environment)) {
  // npm's own variables would steer pnpm; where packages come from is kept
  if (/^npm_/i.test(name) && !/registry|cafile|proxy/i.test(name)) delete environment[name];
}

/** Runs a step to its end, its output on stderr; stops everything when it fails. */
function step(title, command, argv, cwd = root) {
  progress(title);
  const result = spawnSync(command, argv, { stdio: ['ignore', 2, 2], cwd, env: environment });
  if (result.status !== 0) fail(`Failed: ${title}. The message is above.`);
}

step('installing dependencies …', node, [
  pnpmCli,
  'install',
  '--frozen-lockfile',
  '--reporter=append-only',
  '--loglevel=error',
]);

const bin = (name) => join(root, 'node_modules', 'typescript', 'bin', name);
function build() {
  step('building the packages …', node, [
    bin('tsc'),
    '-b',
    'packages/dev-stack',
    'packages/cli',
    'packages/create-grondslag',
  ]);
  step('bundling verified claims …', node, [join(root, 'packages/claims/bundle.mjs')]);
  const consent = join(root, 'apps', 'consent');
  const vite = join(consent, 'node_modules', 'vite', 'bin', 'vite.js');
  step('building the consent app …', node, [vite, 'build', '--logLevel', 'warn'], consent);
}

/** Runs the command itself; signals reach it, and its exit code is ours. */
function run(script, argv) {
  const child = spawn(node, [script, ...argv], { stdio: 'inherit', cwd: root, env: environment });
  for (const signal of ['SIGINT', 'SIGTERM']) {
    // Ctrl-C in a terminal reaches the child twice then; it stops once
    process.on(signal, () => child.kill(signal));
  }
  if (process.env.npm_lifecycle_event) {
    // whoever ends npm ends its shell, and the shell tells nobody
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
  }
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

const devStack = (name) => join(root, 'packages', 'dev-stack', 'dist', name);
switch (command) {
  case 'setup':
    break;
  case 'demo':
    build();
    run(devStack('bin/demo.js'), args);
    break;
  case 'story':
    build();
    run(devStack('bin/story.js'), args);
    break;
  case 'conformance': {
    build();
    // without an authority: the suite starts a stack of its own
    const named = args.some((arg) => /^--(authority|help)\b/.test(arg));
    const suite = join(root, 'packages', 'conformance', 'dist', 'bin.js');
    if (args.includes('--browser')) environment.CHROMIUM_PATH = findChromium();
    run(named ? suite : devStack('bin/conformance.js'), args);
    break;
  }
  case 'bench':
    build();
    environment.POSTGRES_BIN = findPostgres();
    run(join(root, 'bench', 'bench.ts'), args);
    break;
  case 'crash':
    build();
    environment.POSTGRES_BIN = findPostgres();
    run(join(root, 'test', 'crash', 'crash.ts'), args);
    break;
  case 'decisions': {
    const folder = join('packages', 'legal-basis');
    step('building the legal bases …', node, [bin('tsc'), '-b', folder]);
    run(join(root, folder, 'dist', 'decision-table', 'main.js'), args);
    break;
  }
  case 'screens':
  case 'lighthouse': {
    build();
    environment.CHROMIUM_PATH = findChromium();
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
    run(vitest, ['run', `--project=${command}`, ...args]);
    break;
  }
  case 'shapes':
    step('compiling the shapes of kinds of fact …', node, [
      '--conditions=@grondslag/source',
      join(root, 'packages/claims/compile-shapes.mjs'),
    ]);
    step('writing kinds of fact as TypeScript …', node, [
      '--conditions=@grondslag/source',
      join(root, 'packages/agency/compile-kinds.mjs'),
    ]);
    break;
  case 'tutorial': {
    build();
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
    run(vitest, ['run', '--project=packages', 'test/packages/installed', ...args]);
    break;
  }
  case 'licences':
    run(join(root, 'test', 'packages', 'write-licences.ts'), args);
    break;
  case 'pack':
    build();
    run(join(root, 'test', 'packages', 'pack-all.ts'), args);
    break;
  case 'docs':
    step('building what the reference is made of …', node, [
      bin('tsc'),
      '-b',
      'packages/agency',
      'packages/authority',
      'packages/cli',
    ]);
    run('--conditions=@grondslag/source', [join(root, 'apps/site/src/main.ts'), ...args]);
    break;
  case 'sbom':
    run(pnpmCli, [
      'sbom',
      '--sbom-format',
      'cyclonedx',
      '--prod',
      '--out',
      'sbom.cdx.json',
      ...args,
    ]);
    break;
  case 'test':
    run(join(root, 'scripts', 'test.mjs'), args);
    break;
  default:
    fail(
      'Usage: node scripts/run.mjs setup | demo | story | decisions | conformance | bench | crash | screens | lighthouse | shapes | tutorial | docs | licences | sbom | pack | test',
      2,
    );
}
