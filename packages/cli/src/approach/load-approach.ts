import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type ApproachQuestion, approachQuestionSchema } from '@grondslag/agency';
import { parseJsonObject } from '../load-config.ts';
import { UsageError } from '../usage-error.ts';

/**
 * Reads whom to look for. The query may be in a file of its own, `queryFile`, beside it.
 *
 * @throws {UsageError} naming the fields that are missing or wrong
 */
export async function loadApproach(file: string): Promise<ApproachQuestion> {
  const { queryFile, ...rest } = parseJsonObject(await textOf(file), file);
  const query =
    typeof queryFile === 'string' ? await textOf(resolve(dirname(file), queryFile)) : rest['query'];
  const parsed = approachQuestionSchema.safeParse({ ...rest, query });
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new UsageError(`The question in ${file} is not complete:\n${wrong.join('\n')}`);
}

/** WebIDs, one a line. */
export async function loadCitizens(file: string): Promise<readonly string[]> {
  const citizens: string[] = [];
  for (const [index, line] of (await textOf(file)).split('\n').entries()) {
    const citizen = line.trim();
    if (citizen === '') continue;
    if (!URL.canParse(citizen)) {
      throw new UsageError(`Expected a WebID on line ${index + 1} of ${file}, got something else.`);
    }
    citizens.push(citizen);
  }
  return citizens;
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new UsageError(`Expected a file at ${file}, cannot read it.`);
  }
}
