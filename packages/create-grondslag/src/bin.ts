#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { CreateProjectError, createProject } from './create-project.ts';

const usage = `npm create grondslag NAME [-- --no-install] [--packages FOLDER]
  NAME               folder and name of the project
  --no-install       write it only
  --packages FOLDER  install Grondslag from tarballs in this folder`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    allowNegative: true,
    options: {
      install: { type: 'boolean', default: true },
      packages: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const [name, ...more] = positionals;
  if (values.help) console.log(usage);
  else if (name === undefined || more.length > 0) fail(usage);
  else await create(name, values.packages, values.install);
} catch (error) {
  const isUsage = (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
  if (isUsage) fail(`${(error as Error).message}\n\n${usage}`);
  else if (error instanceof CreateProjectError) fail(error.message);
  else throw error;
}

async function create(name: string, packages: string | undefined, install: boolean): Promise<void> {
  const folder = await createProject({ folder: name, ...(packages !== undefined && { packages }) });
  const shown = relative(process.cwd(), folder) || '.';
  console.log(`Written: ${shown}`);
  if (install) {
    console.log('Installing; this takes about a minute …');
    const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
    const shell = process.platform === 'win32';
    const { status } = spawnSync('npm', ['install', ...flags], {
      cwd: folder,
      stdio: 'inherit',
      shell,
    });
    if (status !== 0) {
      return fail(`npm could not install; its message is above. Then, in ${shown}: npm install`, 1);
    }
  }
  console.log(`
Next:
  cd ${shown}${install ? '' : '\n  npm install'}
  npm start      asks a citizen of a sandbox, and prints the verified answer
  npm test       every outcome: yes, no, silence, no vault

Begin with src/needs.ts: which facts you need, and why.`);
}

function fail(text: string, code = 2): void {
  console.error(text);
  process.exitCode = code;
}
