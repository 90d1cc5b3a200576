import { RDF_TYPE } from '@grondslag/vocab';
import { writeCanonical } from '../canonicalize/write-canonical.ts';
import { Expansion } from '../expand/expansion.ts';
import type { Line, WrittenTerm } from '../nquads/line.ts';
import { isBlank } from '../nquads/written-terms.ts';
import { platformCrypto } from '../proof/platform-crypto.ts';
import type { CanonicalCredential } from './verify-canonical.ts';

const SEC = 'https://w3id.org/security#';
const LINK = `<${SEC}proof>`;
const VALUE = `<${SEC}proofValue>`;
/** Of the one proof that nearly all have, in the order of canonical lines. */
const members = [
  '<http://purl.org/dc/terms/created>',
  `<${RDF_TYPE}>`,
  `<${SEC}cryptosuite>`,
  `<${SEC}proofPurpose>`,
  VALUE,
  `<${SEC}verificationMethod>`,
];

/**
 * The texts of a credential with one proof of the usual members in a graph of its own, for `verifyCanonical`;
 * `undefined` where it is not easily taken apart, and then nothing is known.
 *
 * @param lines of a canonical text
 */
export function splitPlainProof(lines: readonly Line[]): CanonicalCredential | undefined {
  const claim: Line[] = [];
  const proof: Line[] = [];
  let link: Line | undefined;
  for (const line of lines) {
    if (line.graph !== '') proof.push(line);
    else if (line.predicate !== LINK) claim.push(line);
    else if (link === undefined) link = line;
    else return undefined;
  }
  const [{ subject: node, graph } = { subject: '', graph: '' }] = proof;
  const isPlain =
    proof.length === members.length &&
    link?.object === graph &&
    proof.every(
      (line, at) =>
        line.predicate === members[at] &&
        line.subject === node &&
        line.graph === graph &&
        !isBlank(line.object),
    );
  if (!isPlain || !isBlank(node)) return undefined;
  const canonical = writeClaim(claim);
  if (canonical === undefined) return undefined;
  let proofConfig = '';
  let proofValue = '';
  for (const { predicate, object } of proof) {
    if (predicate === VALUE) proofValue = object.slice(1, object.lastIndexOf('"'));
    else proofConfig += `_:c14n0 ${predicate} ${object} .\n`;
  }
  return { canonical, proofConfig, proofValue };
}

/** Canonical text anew: without its proof, blank nodes have other labels. The lines are in order, and none is twice. */
function writeClaim(lines: readonly Line[]): string | undefined {
  const numbers = new Map<WrittenTerm, number>();
  const numbered = (term: WrittenTerm) => {
    if (!isBlank(term)) return term;
    const number = numbers.get(term) ?? numbers.size;
    numbers.set(term, number);
    return number;
  };
  const expansion = new Expansion();
  for (const { subject, predicate, object } of lines) {
    expansion.add(numbered(subject), ` ${predicate} `, numbered(object));
  }
  expansion.blankNodes = numbers.size;
  return writeCanonical(expansion, platformCrypto.hashNow);
}
