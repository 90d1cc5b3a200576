import { XSD } from '@grondslag/vocab';
import type { Term } from 'n3';
import { isPlainIri } from '../expand/values.ts';
import { lazy } from '../lazy.ts';
import type { Line, WrittenTerm } from '../nquads/line.ts';
import { readLines } from '../nquads/read-lines.ts';
import { writeText } from '../nquads/written-terms.ts';

const loadParser = lazy(() => import('../parser.ts'));

/** As for a credential in JSON. */
const MAX_LENGTH = 262_144;
const MAX_STATEMENTS = 5_000;

/** The forms of RDF that a credential may be stored in. */
export type RdfForm = 'text/turtle' | 'application/trig' | 'application/n-quads';

/**
 * The statements of a text; `undefined` when it is too long, cannot be parsed, or says what RDFC-1.0 does not
 * know: triple terms, directions of text, IRIs that are not absolute. N-Quads must be canonical.
 */
export async function readRdf(text: string, form: RdfForm): Promise<readonly Line[] | undefined> {
  if (text.length > MAX_LENGTH || !text.isWellFormed()) return undefined;
  const lines = form === 'application/n-quads' ? readLines(text) : await parse(text, form);
  return lines && lines.length <= MAX_STATEMENTS ? lines : undefined;
}

async function parse(text: string, form: RdfForm): Promise<Line[] | undefined> {
  const { Parser } = await loadParser();
  try {
    const lines: Line[] = [];
    // Its own prefix for labels, the default, keeps those of the text apart from those it makes.
    for (const { subject, predicate, object, graph } of new Parser({ format: form }).parse(text)) {
      lines.push({
        subject: write(subject),
        predicate: write(predicate),
        object: write(object),
        graph: graph.termType === 'DefaultGraph' ? '' : write(graph),
      });
    }
    return lines;
  } catch {
    return undefined;
  }
}

/** @throws {Error} for what canonical N-Quads cannot write */
function write(term: Term): WrittenTerm {
  if (term.termType === 'NamedNode' && isPlainIri(term.value)) return `<${term.value}>`;
  if (term.termType === 'BlankNode') return `_:${term.value}`;
  if (term.termType !== 'Literal' || ('direction' in term && term.direction)) {
    throw new Error('not a term of RDF 1.1, or not absolute');
  }
  const { value, language, datatype } = term;
  if (language) return `${writeText(value)}@${language}`;
  if (datatype.value === `${XSD}string`) return writeText(value);
  if (!isPlainIri(datatype.value)) throw new Error('a datatype that is not absolute');
  return `${writeText(value)}^^<${datatype.value}>`;
}
