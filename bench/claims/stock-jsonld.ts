import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const PATCHED = '/jsonld/lib/context.js';
const patchFile = new URL('../../patches/jsonld@9.0.0.patch', import.meta.url);

/** Gives this thread `jsonld` as it is published, without the patch of this repository. Before anything loads it. */
export function loadStockJsonld(): void {
  registerHooks({
    load(url, context, next) {
      if (!url.endsWith(PATCHED)) return next(url, context);
      const source = unpatch(readFileSync(fileURLToPath(url), 'utf8'));
      return { format: 'commonjs', source, shortCircuit: true };
    },
  });
}

/** @throws {Error} when the source is not what the patch makes */
function unpatch(source: string): string {
  let stock = source;
  const hunks = readFileSync(patchFile, 'utf8')
    .split(/^@@.*\n/m)
    .slice(1);
  for (const hunk of hunks) {
    const lines = hunk.split('\n').filter((line) => /^[ +-]/.test(line));
    const side = (other: string) =>
      lines
        .filter((line) => !line.startsWith(other))
        .map((line) => `${line.slice(1)}\n`)
        .join('');
    if (stock.split(side('-')).length !== 2) throw new Error('Expected the patched jsonld.');
    stock = stock.replace(side('-'), () => side('+'));
  }
  return stock;
}
