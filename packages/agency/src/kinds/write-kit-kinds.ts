import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { writeKinds } from './write-kinds.ts';

const vocab = createRequire(import.meta.url).resolve('@grondslag/vocab/package.json');
const shapes = new URL('shapes/', pathToFileURL(vocab));
const read = (file: string) => readFileSync(new URL(file, shapes), 'utf8');

/** Themes of the kit, Turtle: a shape that names one of them needs no own. */
export function readKitThemes(): string {
  return read('parts/themes.ttl');
}

/** The kinds of fact of the kit, from their shapes: `kit-kinds.ts`. */
export async function writeKitKinds(): Promise<string> {
  const facts = globSync('*.shacl.ttl', { cwd: shapes })
    .sort()
    .map(read)
    .filter((turtle) => turtle.includes('g:container'));
  const ofTheKit = { readers: './field-readers.ts', kind: './kind.ts' };
  const { source } = await writeKinds({ shapes: facts, themes: [readKitThemes()], ofTheKit });
  return source;
}
