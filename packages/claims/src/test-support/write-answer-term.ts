import { writeText } from '../nquads/written-terms.ts';
import type { Term } from '../query/answer.ts';

const XSD_STRING = 'http://www.w3.org/2001/XMLSchema#string';

/** A term of an answer as N-Quads write it. */
export function writeAnswerTerm({ termType, value, datatype, language }: Term): string {
  if (termType === 'NamedNode') return `<${value}>`;
  if (termType === 'BlankNode') return `_:${value.replace(/\W/g, '_')}`;
  const text = writeText(value);
  if (language) return `${text}@${language}`;
  return datatype === XSD_STRING ? text : `${text}^^<${datatype}>`;
}
