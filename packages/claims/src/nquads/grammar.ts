// Each part can end in one way only and what follows it cannot be part of it, so matching never goes back to
// try again: the time is that of reading the text once.

const iri = String.raw`<[A-Za-z][A-Za-z\d+.-]*:[^\x00-\x20<>"{}|^${'`'}\\]*>`;
const label = String.raw`_:c14n(?:0|[1-9]\d*)`;
const node = `${iri}|${label}`;

/** The one way to write each character that cannot stand for itself. */
const escaped = String.raw`\\(?:[btnfr"\\]|u00(?:0[0-7BEF]|1[\dA-F]|7F))`;
const plain = String.raw`[^\x00-\x1f\x7f"\\]`;
const language = String.raw`@[A-Za-z]{1,8}(?:-[A-Za-z\d]{1,8})*`;
/** Never written: the first is what a literal without datatype has, the second one with a language. */
const implied =
  '<http://www.w3.org/2001/XMLSchema#string>|<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString>';
const literal = String.raw`"${plain}*(?:${escaped}${plain}*)*"(?:${language}|\^\^(?!${implied})${iri})?`;

/**
 * The terms of a line of canonical N-Quads, each with the space that follows it. A stop and a line end close the line.
 *
 * @see {@link https://www.w3.org/TR/rdf-canon/#canonical-quads | RDF Dataset Canonicalization, 5}
 */
export const subject = `(?:${node}) `;
export const predicate = `${iri} `;
export const object = `(?:${node}|${literal}) `;
