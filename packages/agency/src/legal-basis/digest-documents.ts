import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { attachedDocuments, type Mandate } from '@grondslag/legal-basis';

/**
 * SHA-256 of the documents a mandate rests on, as they are in a folder now, by URL. A document is the file with the
 * last name of its URL, wherever below the folder; else any file with the digest that was weighed. One that is not
 * found is left out.
 *
 * @throws when the folder cannot be read
 */
export async function digestDocuments(
  mandate: Pick<Mandate, 'weighing' | 'privateLawAct'>,
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const digests = new Map<string, string>();
  for (const file of files) digests.set(file, await digestOf(file));
  const found = new Map<string, string>();
  for (const { url, sha256 } of attachedDocuments(mandate)) {
    const name = lastName(url);
    const named = files.filter((file) => basename(file) === name);
    const now = (named.length > 0 ? named : files).map((file) => digests.get(file));
    // Two documents may share a name; only one of them need be the one.
    const digest = now.includes(sha256) ? sha256 : named.length > 0 ? now[0] : undefined;
    if (digest !== undefined) found.set(url, digest);
  }
  return found;
}

async function digestOf(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}

function lastName(url: string): string {
  const name = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
