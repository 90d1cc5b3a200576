import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { ClaimsError, type Contexts, createContexts } from '@grondslag/claims';
import * as z from 'zod';
import type { CommandContext } from '../commands.ts';
import { UsageError } from '../usage-error.ts';

const contextsSchema = z.array(
  z.strictObject({
    url: z.url(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** Relative to the file that names it. */
    file: z.string().min(1),
  }),
);

/**
 * The JSON-LD contexts that the file of `--contexts` adds to the closed list, each locked to the digest that
 * somebody wrote down; nothing is fetched.
 *
 * @throws {UsageError}
 */
export async function readContexts({
  values,
  folder,
}: Pick<CommandContext, 'values' | 'folder'>): Promise<{ contexts?: Contexts }> {
  if (values.contexts === undefined) return {};
  const path = resolve(folder, values.contexts);
  const listed = contextsSchema.safeParse(parseJson(await readText(path)));
  if (!listed.success) {
    throw new UsageError(
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
  try {
    return { contexts: await createContexts({ add }) };
  } catch (error) {
    throw error instanceof ClaimsError ? new UsageError(error.message) : error;
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new UsageError(`Expected a file at ${basename(path)}, cannot read it.`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
