import { open, readFile, truncate } from 'node:fs/promises';
import { type Case, caseSchema } from './case.ts';
import { type CaseStore, createCaseStore } from './case-store.ts';

/**
 * Cases in a file of JSON lines, one for each change; the last line of a case counts. Readable by its owner only.
 *
 * @throws {TypeError} naming the line that is damaged; a last line that was cut off by a crash is left out
 */
export async function openCaseFile(file: string): Promise<CaseStore> {
  const content = await contentOf(file);
  const lines = content.split('\n');
  const unfinished = lines.pop() ?? '';
  const cases = lines.map((line, index) => parseLine(line, index + 1));
  if (unfinished !== '') {
    await truncate(file, Buffer.byteLength(content) - Buffer.byteLength(unfinished));
  }
  return createCaseStore(cases, (changed) => append(file, `${JSON.stringify(changed)}\n`));
}

async function append(file: string, text: string): Promise<void> {
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.write(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function contentOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

function parseLine(line: string, number: number): Case {
  try {
    return caseSchema.parse(JSON.parse(line));
  } catch (cause) {
    throw new TypeError(`Line ${number} of the cases is not a case.`, { cause });
  }
}
