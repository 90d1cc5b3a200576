import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { contexts as citizenship } from '@digitalbazaar/citizenship-context';
import { createContexts } from '../canonicalize/create-contexts.ts';
import type { Json } from './samples.ts';

/** Stands for the inline context of two vectors: a signature covers the RDF, not how the JSON got its words. */
const WINDSURF = 'https://windsurf.example/context';
const CITIZENSHIP = 'https://w3id.org/citizenship/v4rc1';

const added: readonly (readonly [string, unknown])[] = [
  [
    'https://www.w3.org/ns/credentials/examples/v2',
    { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } },
  ],
  [WINDSURF, { '@context': { '@vocab': 'https://windsurf.grotto-networking.com/selective#' } }],
  [CITIZENSHIP, citizenship.get(CITIZENSHIP)],
];

/** The list with the contexts of the vectors. */
export const vectorContexts = await createContexts({
  add: added.map(([url, context]) => {
    const document = JSON.stringify(context);
    return { url, document, sha256: createHash('sha256').update(document).digest('hex') };
  }),
});

/** A published test vector; `vectors/README.md` says where each came from. */
export function readVector(name: string): Json & { proof: Json } {
  const text = readFileSync(new URL(`./vectors/${name}.json`, import.meta.url), 'utf8');
  const vector = JSON.parse(text);
  vector['@context'] = vector['@context'].map((context: unknown) =>
    typeof context === 'string' ? context : WINDSURF,
  );
  return vector;
}

/** The key that a method of the vectors has in its name. */
export function keyInName(method: string): string | undefined {
  return method.split(/did:key:|#/).at(-1);
}
