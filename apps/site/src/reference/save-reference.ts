import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../repository.ts';
import { writeReference } from './write-reference.ts';

/** Writes the pages that are made of the code; resolves to those that changed. */
export async function saveReference(): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const [path, text] of Object.entries(await writeReference())) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    if (readOr(file) === text) continue;
    writeFileSync(file, text);
    changed.push(path);
  }
  return changed;
}

function readOr(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
