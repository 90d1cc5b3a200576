import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import * as z from 'zod';
import type { Contexts } from '../canonicalize/contexts.ts';
import { createContexts } from '../canonicalize/create-contexts.ts';
import { ClaimsError } from '../errors.ts';

const contextsFileSchema = z.array(
  z.strictObject({
    /** What documents call it. */
    url: z.url(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** Relative to the file that names it. */
    file: z.string().min(1),
  }),
);

/**
 * The JSON-LD contexts that a file adds to the closed list: `[{ "url", "sha256", "file" }]`, each locked to the digest
 * that somebody wrote down. Nothing is fetched.
 *
 * @throws {ClaimsError} `invalid_context`
 */
export async function readContextsFile(path: string): Promise<Contexts> {
  const listed = contextsFileSchema.safeParse(parseJson(await readText(path)));
  if (!listed.success) {
    throw new ClaimsError(
      'invalid_context',
      `Expected [{ "url", "sha256", "file" }] in ${basename(path)}: an absolute URL, 64 hexadecimal digits in lower case, the name of a file.`,
    );
  }
  const add = await Promise.all(
    listed.data.map(async ({ url, sha256, file }) => ({
      url,
      sha256,
      document: await readText(resolve(dirname(path), file)),
    })),
  );
  return await createContexts({ add });
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new ClaimsError(
      'invalid_context',
      `Expected a file at ${basename(path)}, cannot read it.`,
      { cause },
    );
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
