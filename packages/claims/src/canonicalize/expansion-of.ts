import { XSD } from '@grondslag/vocab';
import type { Literal, Quad, Term } from '@rdfjs/types';
import { type ExpandedNode, Expansion } from '../expand/expansion.ts';
import { isPlainIri } from '../expand/values.ts';
import { writeText } from '../nquads/written-terms.ts';

/** A dataset without named graphs as an expansion; `undefined` for any other. */
export function expansionOf(dataset: readonly Quad[]): Expansion | undefined {
  const expansion = new Expansion();
  const numbers = new Map<string, number>();
  const write = (term: Term): ExpandedNode | undefined => {
    if (term.termType === 'NamedNode')
      return isPlainIri(term.value) ? `<${term.value}>` : undefined;
    if (term.termType === 'Literal') return writeLiteral(term);
    if (term.termType !== 'BlankNode') return undefined;
    const number = numbers.get(term.value) ?? numbers.size;
    numbers.set(term.value, number);
    return number;
  };
  for (const { subject, predicate, object, graph } of dataset) {
    const [from, by, to] = [write(subject), write(predicate), write(object)];
    const isPlain = from !== undefined && typeof by === 'string' && to !== undefined;
    if (!isPlain || graph.termType !== 'DefaultGraph') return undefined;
    expansion.add(from, ` ${by} `, to);
  }
  expansion.blankNodes = numbers.size;
  return expansion;
}

function writeLiteral({ value, language, datatype }: Literal): string {
  if (language) return `${writeText(value)}@${language}`;
  return datatype.value === `${XSD}string`
    ? writeText(value)
    : `${writeText(value)}^^<${datatype.value}>`;
}
