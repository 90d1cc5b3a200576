import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const template = fileURLToPath(new URL('../template/', import.meta.url));
/** npm leaves out `.gitignore`, and takes `package.json` for that of a package. */
const underAnotherName = ['_package.json', '_gitignore'];
/** In which its name or the version of the packages stands. */
const filled = ['package.json', 'README.md'];
const NAME = /^[a-z0-9][a-z0-9._-]{0,100}$/;

export interface CreateOptions {
  /** A folder that is empty or not there; its last part names the project. */
  readonly folder: string;
  /** Of the packages of Grondslag; by default that of this one. */
  readonly version?: string;
  /** A folder with tarballs (`npm pack`) to install the packages from, for where no registry has them. */
  readonly packages?: string;
}

/** What was asked cannot be done; nothing was changed. */
export class CreateProjectError extends Error {
  override readonly name = 'CreateProjectError';
  readonly code: 'invalid_name' | 'folder_not_empty' | 'no_packages';

  constructor(code: CreateProjectError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Writes the project of an agency; installs nothing.
 *
 * @returns its absolute path
 * @throws {CreateProjectError}
 */
export async function createProject({ folder, version, packages }: CreateOptions): Promise<string> {
  const target = resolve(folder);
  const name = basename(target).toLowerCase();
  if (!NAME.test(name)) {
    throw new CreateProjectError(
      'invalid_name',
      `Expected a name of small letters, digits, "-", "." and "_", got "${basename(target)}".`,
    );
  }
  const there = await readdir(target).catch(() => []);
  if (there.length > 0) {
    throw new CreateProjectError(
      'folder_not_empty',
      `Expected an empty folder, ${target} has ${there.length} things in it. Choose another name.`,
    );
  }
  const tarballs = packages === undefined ? undefined : await findTarballs(resolve(packages));
  await mkdir(target, { recursive: true });
  await cp(template, target, {
    recursive: true,
    filter: (path) => !/node_modules/.test(path.slice(template.length)),
  });
  for (const file of underAnotherName) {
    await rename(
      join(target, file),
      join(target, file.replace(/^_(?=git)/, '.').replace(/^_/, '')),
    );
  }
  for (const file of filled) {
    const text = await readFile(join(target, file), 'utf8');
    const written = text
      .replaceAll('PROJECT_NAME', name)
      .replaceAll('GRONDSLAG_VERSION', version ?? (await ownVersion()));
    await writeFile(join(target, file), written);
  }
  if (tarballs) await installFrom(join(target, 'package.json'), tarballs);
  return target;
}

async function ownVersion(): Promise<string> {
  const manifest = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** `@grondslag/agency` → its tarball. */
async function findTarballs(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = await readdir(folder).catch(() => []);
  const found = files.flatMap((file) => {
    const [, name] = /^grondslag-([a-z-]+)-\d.*\.tgz$/.exec(file) ?? [];
    return name === undefined ? [] : [[`@grondslag/${name}`, join(folder, file)] as const];
  });
  if (found.length === 0) {
    throw new CreateProjectError(
      'no_packages',
      `Expected tarballs such as grondslag-agency-0.1.0.tgz in ${folder}, there is none.`,
    );
  }
  return new Map(found);
}

/** Those that others of them need too, as dependencies for development: npm finds them then. */
async function installFrom(file: string, tarballs: ReadonlyMap<string, string>): Promise<void> {
  const manifest = JSON.parse(await readFile(file, 'utf8')) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  for (const [name, path] of tarballs) {
    const among = name in manifest.dependencies ? manifest.dependencies : manifest.devDependencies;
    among[name] = `file:${path}`;
  }
  await writeFile(file, `${JSON.stringify(manifest, null, 2)}\n`);
}
