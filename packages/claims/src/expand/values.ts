import { XSD } from '@grondslag/vocab';
import { UNSUPPORTED } from './unsupported.ts';

// Without a space of any kind: what has one, jsonld takes for relative.
const PLAIN_IRI = /^[A-Za-z][A-Za-z\d+.-]*:[^\s\p{Cc}"<>\\^`{|}]*$/u;
const LANGUAGE = /^[A-Za-z]{1,8}(?:-[A-Za-z\d]{1,8})*$/;

/** Whether it is an absolute IRI that stands in N-Quads as it is. */
export function isPlainIri(value: string): boolean {
  return PLAIN_IRI.test(value);
}

export function isLanguage(value: string): boolean {
  return LANGUAGE.test(value);
}

/**
 * What follows the quotes of a literal with this datatype.
 *
 * @throws UNSUPPORTED for `xsd:double`, which jsonld writes in a form of its own, and `rdf:langString`
 */
export function writeDatatype(iri: string): string {
  if (iri === `<${XSD}string>`) return '';
  if (iri === `<${XSD}double>` || iri === LANG_STRING) throw UNSUPPORTED;
  return `^^${iri}`;
}

const LANG_STRING = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString>';
