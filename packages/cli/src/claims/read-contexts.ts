import { resolve } from 'node:path';
import { ClaimsError, type Contexts } from '@grondslag/claims';
import { readContextsFile } from '@grondslag/claims/contexts-file';
import type { CommandContext } from '../commands.ts';
import { UsageError } from '../usage-error.ts';

/**
 * The JSON-LD contexts that the file of `--contexts` adds to the closed list, else that of the configuration.
 *
 * @throws {UsageError}
 */
export async function readContexts({
  values,
  folder,
  trustConfig,
}: Pick<CommandContext, 'values' | 'folder' | 'trustConfig'>): Promise<{ contexts?: Contexts }> {
  const file = values.contexts ?? (await trustConfig()).contexts;
  return file === undefined ? {} : { contexts: await readAddedContexts(resolve(folder, file)) };
}

/** @throws {UsageError} */
export async function readAddedContexts(path: string): Promise<Contexts> {
  try {
    return await readContextsFile(path);
  } catch (error) {
    throw error instanceof ClaimsError ? new UsageError(error.message) : error;
  }
}
