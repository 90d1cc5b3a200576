import { RDF_TYPE } from '@grondslag/vocab';
import type { Line, WrittenTerm } from '../nquads/line.ts';
import { iriOf, literalOf } from '../nquads/written-terms.ts';
import { MAX_PROOFS } from '../proof/data-integrity-proof.ts';
import { type AnyProof, anyProofSchema } from '../proof/proof-schema.ts';

const SEC = 'https://w3id.org/security#';
const PROOF = `<${SEC}proof>`;
const PROOF_VALUE = `<${SEC}proofValue>`;
const DATA_INTEGRITY_PROOF = `<${SEC}DataIntegrityProof>`;

/** A proof as statements. */
export interface ProofStatements {
  readonly proof: AnyProof;
  /** All it says but its value: what is signed of it. */
  readonly config: readonly Line[];
}

/** The statements of a credential, and those of its proofs apart. */
export interface SplitCredential {
  readonly claim: readonly Line[];
  readonly proofs: readonly ProofStatements[];
}

/**
 * Takes the proofs out of the statements of a credential. A proof is a graph of its own (TriG, N-Quads: what
 * JSON-LD says) or a node (Turtle, which has no graphs).
 *
 * Whatever is taken out wrongly was signed, and then the signature does not hold. `undefined` when there is a
 * graph that is no proof, or a proof that cannot be read.
 */
export function splitProofs(lines: readonly Line[]): SplitCredential | undefined {
  const links = lines.filter(({ predicate, graph }) => predicate === PROOF && graph === '');
  const names = new Set(links.map(({ object }) => object));
  if (names.size === 0 || names.size > MAX_PROOFS) return undefined;
  const graphs = new Set(lines.map(({ graph }) => graph).filter((graph) => graph !== ''));
  if ([...graphs].some((graph) => !names.has(graph))) return undefined;

  const proofs: ProofStatements[] = [];
  for (const name of names) {
    const own = lines.filter(({ subject, graph }) =>
      graphs.has(name) ? graph === name : graph === '' && subject === name,
    );
    if (!own.some(({ predicate, object }) => isType(predicate) && object === DATA_INTEGRITY_PROOF))
      continue;
    const proof = readProof(own);
    if (!proof) return undefined;
    const config = own.filter(({ predicate }) => predicate !== PROOF_VALUE);
    proofs.push({ proof, config: config.map((line) => ({ ...line, graph: '' })) });
  }
  const claim = lines.filter(
    ({ subject, predicate, graph }) =>
      graph === '' && predicate !== PROOF && (graphs.has(subject) || !names.has(subject)),
  );
  return { claim, proofs };
}

const isType = (predicate: WrittenTerm) => predicate === `<${RDF_TYPE}>`;

/** The members by which a proof is judged; each at most once, so that none has two answers. */
function readProof(own: readonly Line[]): AnyProof | undefined {
  const [subject, ...others] = new Set(own.map((line) => line.subject));
  if (subject === undefined || others.length > 0) return undefined;
  const valuesOf = (predicate: string) =>
    own.filter((line) => line.predicate === `<${predicate}>`).map((line) => textOf(line.object));
  const members: Record<string, unknown> = { type: 'DataIntegrityProof' };
  const id = iriOf(subject);
  if (id !== undefined) members['id'] = id;
  for (const [member, predicate] of Object.entries(predicates)) {
    const values = valuesOf(predicate);
    if (values.length > 1) return undefined;
    if (values.length === 1) members[member] = values[0];
  }
  const previous = valuesOf(`${SEC}previousProof`);
  if (previous.length > 0) members['previousProof'] = previous;
  if (members['proofPurpose'] === `${SEC}assertionMethod`)
    members['proofPurpose'] = 'assertionMethod';
  return anyProofSchema.safeParse(members).data;
}

const predicates = {
  cryptosuite: `${SEC}cryptosuite`,
  created: 'http://purl.org/dc/terms/created',
  expires: `${SEC}expiration`,
  proofPurpose: `${SEC}proofPurpose`,
  verificationMethod: `${SEC}verificationMethod`,
  proofValue: `${SEC}proofValue`,
};

function textOf(term: WrittenTerm): string | undefined {
  return iriOf(term) ?? literalOf(term)?.value;
}
