import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser, Store } from 'n3';
import { root } from '../repository.ts';
import { madeOf, table } from './markdown.ts';

const TERMS = 'https://w3id.org/grondslag/terms#';
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** Every term of the kit's own vocabulary, with its meaning in both languages. */
export function writeVocabulary(): string {
  const store = new Store();
  for (const file of globSync('vocab/{terms.ttl,terms/*.ttl}', { cwd: root }).toSorted()) {
    store.addQuads(new Parser().parse(readFileSync(join(root, file), 'utf8')));
  }
  const words = (term: string, property: string, language: string) =>
    store
      .getObjects(term, RDFS + property, null)
      .flatMap((found) =>
        found.termType === 'Literal' && found.language === language ? [found.value] : [],
      )
      .join(' ');
  const names = store
    .getSubjects(RDF_TYPE, null, null)
    .map(({ value }) => value)
    .filter((value) => value.startsWith(TERMS) && value !== TERMS);
  const rows = [...new Set(names)]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((term) => [
      `\`g:${term.slice(TERMS.length)}\``,
      words(term, 'label', 'en'),
      words(term, 'comment', 'en'),
      words(term, 'comment', 'nl'),
    ]);
  return `# Vocabulary

${madeOf('`vocab/`')} \`g:\` is \`${TERMS}\`. The files, the JSON-LD contexts and the SHACL shapes: [@grondslag/vocab](../../vocab/README.md); the words of this project: [glossary](../../GLOSSARY.md).

${table(['term', 'label', 'meaning', 'betekenis'], rows)}
`;
}
