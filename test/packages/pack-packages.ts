import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pnpm = join(root, '.tools/node_modules/pnpm/bin/pnpm.mjs');

const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  private: z.boolean().optional(),
  description: z.string().optional(),
  license: z.string(),
  engines: z.object({ node: z.string() }).optional(),
  exports: z.record(z.string(), z.unknown()).default({}),
  bin: z.record(z.string(), z.string()).default({}),
});

/** A package that is made public. */
export interface PublicPackage extends z.infer<typeof manifestSchema> {
  readonly folder: string;
}

export const publicPackages: readonly PublicPackage[] = globSync(
  ['vocab/package.json', '{packages,apps}/*/package.json'],
  { cwd: root },
)
  .toSorted()
  .map((file) => ({
    ...manifestSchema.parse(JSON.parse(readFileSync(join(root, file), 'utf8'))),
    folder: dirname(join(root, file)),
  }))
  .filter((one) => !one.private);

/** Name of the file. */
export function tarballOf(wanted: string): string {
  const one = publicPackages.find(({ name }) => name === wanted);
  if (!one) throw new TypeError(`There is no public package ${wanted}.`);
  return `${one.name.replace('@', '').replace('/', '-')}-${one.version}.tgz`;
}

/** Makes the tarball that would be published, of what is built; resolves to its path. */
export async function pack({ folder, name }: PublicPackage, into: string): Promise<string> {
  await mkdir(into, { recursive: true });
  await promisify(execFile)(process.execPath, [pnpm, 'pack', '--pack-destination', into], {
    cwd: folder,
  });
  return join(into, tarballOf(name));
}
