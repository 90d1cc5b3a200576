import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../named-tests.ts';
import type { Sample } from './read-samples.ts';

const inRepository = (path: string) => fileURLToPath(new URL(path, root));

/** A folder with each sample as a module of its own, in which the packages are found as they are published. */
export interface SampleFolder {
  readonly path: string;
  readonly fileOf: (sample: Sample) => string;
  /** Runs Node in it; what that prints. */
  readonly node: (argv: readonly string[]) => Promise<string>;
  /** What the compiler says, with page and line. */
  readonly check: () => Promise<readonly string[]>;
  /** What a sample prints. */
  readonly run: (sample: Sample) => Promise<string>;
  readonly remove: () => Promise<void>;
}

export async function writeSamples(samples: readonly Sample[]): Promise<SampleFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'grondslag-samples-'));
  await symlink(inRepository('test/node_modules'), join(folder, 'node_modules'));
  await copyFile(inRepository('test/documents/samples/given.d.ts'), join(folder, 'given.d.ts'));
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: inRepository('tsconfig.base.json'),
      compilerOptions: {
        ...{ noEmit: true, composite: false, declaration: false, declarationMap: false },
        ...{ lib: ['ES2024', 'DOM', 'DOM.Iterable'], types: ['node'], customConditions: [] },
      },
      include: ['*.ts'],
    }),
  );
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  // As many lines above it as on the page: what the compiler names is where it stands.
  for (const sample of samples) {
    const above = '\n'.repeat(sample.line - 1);
    await writeFile(join(folder, fileOf(sample)), `${above}${sample.code}export {};\n`);
  }
  const names = new Map(samples.map((sample) => [fileOf(sample), sample.page]));
  async function run(argv: readonly string[]): Promise<string> {
    const { ok, output } = await node(argv, folder);
    if (!ok) throw new Error(`${argv[0]} fails:\n${output}`);
    return output;
  }
  return {
    path: folder,
    fileOf,
    node: run,
    async check() {
      const tsc = inRepository('node_modules/typescript/bin/tsc');
      const { output } = await node([tsc, '-p', folder, '--pretty', 'false'], folder);
      const found = output.split('\n').filter((line) => line.includes('error TS'));
      return found.map((line) =>
        line.replace(/^([^(]+)\((\d+),\d+\)/, (_, file: string, at: string) => {
          return `${names.get(file) ?? file}:${at}`;
        }),
      );
    },
    run: (sample) => run([fileOf(sample)]),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function fileOf({ page, line }: Sample): string {
  return `${page.replaceAll(/[^\w-]+/g, '_')}_${line}.ts`;
}

function node(argv: readonly string[], cwd: string): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, argv, { cwd }, (error, stdout, stderr) => {
      resolve({ ok: error === null, output: error === null ? stdout : stdout + stderr });
    });
  });
}
