import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { writeOwnKinds } from '@grondslag/agency/write-own-kinds';
import type { Command } from './commands.ts';
import { exitCodes } from './exit-codes.ts';
import { UsageError } from './usage-error.ts';

/** Writes kinds of fact of an agency's own as TypeScript, from their SHACL shapes. */
export const shapesTypes: Command = {
  needs: 'SHAPE.ttl',
  many: true,
  options: ['out'],
  async run({ argument, more, values, folder }) {
    const shapes = await Promise.all([argument, ...more].map((file) => readShape(file, folder)));
    const { source, names, notShown } = await writeOwnKinds(shapes).catch(refuse);
    const { out } = values;
    const words = notShown === undefined ? [] : [withoutWords(notShown)];
    if (out === undefined) {
      // What a compiler reads must be all there is on standard output.
      const lines = [source.trimEnd(), ...words.map((line) => `// ${line}`)];
      return { outcome: { names, source }, report: { lines, exitCode: exitCodes.ok } };
    }
    await writeFile(resolve(folder, out), source);
    const lines = [
      ...Object.entries(names).map(([name, claimType]) => `${name}: ${claimType}`),
      `Written: ${out}. Give its kinds to createAgency({ kinds }).`,
      ...words,
    ];
    return { outcome: { names, file: out }, report: { lines, exitCode: exitCodes.ok } };
  },
};

async function readShape(file: string, folder: string): Promise<string> {
  try {
    return await readFile(resolve(folder, file), 'utf8');
  } catch {
    throw new UsageError(`Expected a SHACL shape in Turtle at ${file}, cannot read it.`);
  }
}

/** Whatever is wrong with a shape is for who wrote it. */
function refuse(error: unknown): never {
  const message = error instanceof Error ? error.message : 'Not a SHACL shape.';
  throw new UsageError(message.replace(/\s+/g, ' '));
}

function withoutWords(why: string): string {
  return `These can be read and not asked for, because citizens cannot be shown them: ${why.replace(/\s+/g, ' ')}`;
}
