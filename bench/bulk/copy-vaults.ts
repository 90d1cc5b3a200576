import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { income, openSigners, readStackState } from '@grondslag/dev-stack';

/** What of a vault is not its facts. */
const FILES = ['.acl', '.meta', 'profile/card$.ttl', 'profile/card.acl'];
const TOGETHER = 50;

/**
 * Copies a vault of a stack that does not run: `copy-vaults.ts FOLDER SOURCES SLUG COUNT`. Each copy, `SLUG-0` and on,
 * has a profile, access control, and an income of last year, signed by its source for the citizen whose vault it is.
 */
const [, , folder = '', sources = '', slug = '', count = ''] = process.argv;
const state = await readStackState(folder);
if (!state) throw new Error(`Expected a stack that was filled in ${folder}.`);
const { sign } = await openSigners(sources, state.sourceKeys, new Date());
const vaults = join(folder, 'vault');
const files = await Promise.all(
  FILES.map(async (name) => [name, await readFile(join(vaults, slug, name), 'utf8')] as const),
);
const draft = income(new Date().getFullYear() - 1, '23400.00');

async function copy(name: string): Promise<void> {
  const root = join(vaults, name);
  await mkdir(join(root, 'profile'), { recursive: true });
  await mkdir(join(root, 'facts', 'income'), { recursive: true });
  const [from, to] = [slug, name].map((one) => new URL(`${one}/`, state?.vault).href);
  for (const [file, text] of files) {
    await writeFile(join(root, file), text.replaceAll(from ?? '', to ?? ''));
  }
  const fact = await sign(draft, `${to}profile/card#me`);
  await writeFile(join(root, `${draft.path}$.jsonld`), fact);
}

for (let number = 0; number < Number(count); number += TOGETHER) {
  const together = Math.min(TOGETHER, Number(count) - number);
  await Promise.all(
    Array.from({ length: together }, (_, place) => copy(`${slug}-${number + place}`)),
  );
}
