import type * as Rdf from '@rdfjs/types';
import { writeTerm } from '../../store/written-term.ts';
import type { AlgebraTerm } from '../algebra.ts';
import { Declined } from './declined.ts';

/** @throws {Declined} for what stands for more than a term: a blank node, a triple term */
export function writeAlgebraTerm(term: AlgebraTerm): string {
  const { termType } = term;
  if (termType === 'NamedNode' || termType === 'Literal' || termType === 'DefaultGraph') {
    const written = writeTerm(term as Rdf.Term);
    if (written !== undefined) return written;
  }
  throw new Declined(termType);
}
