import { andThen } from '../and-then.ts';
import type { Contexts } from '../canonicalize/contexts.ts';
import { readStored } from '../forms/read-stored.ts';
import { type StoredForm, verifyStored } from '../forms/verify-stored.ts';
import type { KeyResolver } from '../issuers/key-resolution.ts';
import { baseProofsOf, isSelective } from '../proof/base-proof.ts';
import type { PlatformCrypto } from '../proof/platform-crypto.ts';
import type { ProofVerification } from '../proof/proof-verification.ts';
import { verifyProofSoon } from '../proof/verify-proof.ts';
import type { Suite } from '../suites/suite.ts';
import { type ClaimSource, findTrusted } from '../trust/find-trusted.ts';
import { resolveKeys } from '../trust/resolve-keys.ts';
import type { TrustedIssuer, TrustList } from '../trust/trust-list.ts';
import { type Envelope, readEnvelope } from './envelope.ts';
import { parseStatements, type Statements } from './statements.ts';
import type { Left } from './verified-claim.ts';

/** Larger credentials are not read: a fact takes 2 kB. */
export const MAX_CREDENTIAL_BYTES = 262_144;

/** A credential that an issuer on the trust list signed; what it says is not judged yet. */
export interface Signed {
  readonly proof: Extract<ProofVerification, { verified: true }>;
  readonly statements: Statements;
  readonly envelope: Envelope;
  readonly issuer: TrustedIssuer;
  /** Whether it is shown under a proof that lets parts be left out. */
  readonly isPart: boolean;
  /** Whether its issuer gave what parts of it can be shown with. */
  readonly isDivisible: boolean;
}

/** What may stand in for what is at hand. */
export interface SignedOptions {
  /** For issuers on the list that have no pinned key. */
  readonly resolveKey?: KeyResolver | undefined;
  readonly platform?: PlatformCrypto | undefined;
  readonly contexts?: Contexts | undefined;
  readonly suites?: readonly Suite[] | undefined;
  /** How it is stored; JSON-LD when left out. */
  readonly form?: StoredForm | undefined;
}

const JSON_LD = 'application/ld+json';

/** Articles P1 to P4 of policy. From here on only the signed N-Quads are read, never `text`. At once where it can be. */
export function readSigned(
  text: string,
  trust: TrustList,
  at: Date,
  options: SignedOptions = {},
): Signed | Left | Promise<Signed | Left> {
  if (isLongerThan(text, MAX_CREDENTIAL_BYTES)) return { reason: 'too_large' };
  const { resolveKey, platform, contexts, suites, form = JSON_LD } = options;
  const trusted = findTrusted(trust);
  const reading = form === JSON_LD ? parseJson(text) : readProofs(text, form, resolveKey);
  return andThen(reading, (credential) => {
    if (!credential) return { reason: 'not_json' };
    const { json } = credential;
    return andThen(resolveKeys(json, resolveKey, trusted.find, at), (resolved) => {
      const issuerOf = (method: string) =>
        trusted.issuerOf(method) ?? trusted.find(resolved.controllerOf(method) ?? '');
      const publicKey = (method: string) =>
        trusted.publicKeyOf(method) ?? resolved.publicKey(method);
      const powers = {
        ...(platform && { platform }),
        ...(contexts && { contexts }),
        ...(suites && { suites }),
      };
      const verifying: ProofVerification | Promise<ProofVerification> =
        form === JSON_LD
          ? verifyProofSoon(json, publicKey, () => at, powers)
          : verifyStored(text, form, { ...powers, publicKey, now: () => at });
      return andThen(verifying, (proof) => judgeProof(proof, json, trusted.find, issuerOf));
    });
  });
}

type FindIssuer = (id: string) => TrustedIssuer | undefined;

/** @param issuerOf whose a verification method is */
function judgeProof(
  proof: ProofVerification,
  credential: unknown,
  find: FindIssuer,
  issuerOf: FindIssuer,
): Signed | Left | Promise<Signed> {
  if (!proof.verified) {
    if (proof.reason !== 'unknown_key') return { reason: proof.reason };
    // Only to choose the words: a known source with a foreign key is an attempt, a stranger is a stranger.
    return find(claimedIssuer(credential) ?? '')
      ? { reason: 'invalid_proof', detail: 'verification method is not one of this source' }
      : { reason: 'unknown_issuer' };
  }
  const statements = parseStatements(proof.canonical);
  const envelope = statements && readEnvelope(statements);
  if (!envelope) {
    const signatory = issuerOf(proof.verificationMethod) as TrustedIssuer;
    return { reason: 'not_a_credential', source: sourceOf(signatory) };
  }
  // Others may have signed beside its issuer; they do not speak for it.
  for (const own of proof.proofs ?? [proof]) {
    const issuer = issuerOf(own.verificationMethod);
    if (issuer?.id !== envelope.issuer) continue;
    // Data Integrity, 4.4: a key may be for something else than to state facts.
    if (own.proofPurpose !== 'assertionMethod') {
      return { reason: 'invalid_proof', detail: 'made for another purpose than assertionMethod' };
    }
    return andThen(baseProofsOf(credential), (bases) => ({
      proof: own === proof ? proof : { ...proof, ...own },
      ...{ statements, envelope, issuer, isPart: isSelective(own.cryptosuite) },
      isDivisible: bases.some(({ verificationMethod }) => issuerOf(verificationMethod) === issuer),
    }));
  }
  return find(envelope.issuer)
    ? { reason: 'invalid_proof', detail: 'signed by another source than its issuer' }
    : { reason: 'unknown_issuer' };
}

const sources = new WeakMap<TrustedIssuer, ClaimSource>();

/** What a result says of its source; one object for all its results. */
export function sourceOf(issuer: TrustedIssuer): ClaimSource {
  const known = sources.get(issuer);
  if (known) return known;
  const { id, name, claimTypes } = issuer;
  const source = { id, name, claimTypes };
  sources.set(issuer, source);
  return source;
}

/** In UTF-8; a character takes three bytes at most, so short texts need no counting. */
function isLongerThan(text: string, maxBytes: number): boolean {
  if (text.length > maxBytes) return true;
  return text.length * 3 > maxBytes && new TextEncoder().encode(text).length > maxBytes;
}

function parseJson(text: string): { json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** What of another form `resolveKeys` has to see; nothing when there are pinned keys only. */
async function readProofs(
  text: string,
  form: StoredForm,
  resolveKey: KeyResolver | undefined,
): Promise<{ json: object }> {
  const stored = resolveKey && (await readStored(text, form).catch(() => undefined));
  return { json: { proof: stored?.proofs ?? [] } };
}

/** Who the credential says it is from. Nothing has been checked. */
function claimedIssuer(credential: unknown): string | undefined {
  const { issuer } = credential as { issuer?: unknown };
  if (typeof issuer === 'string') return issuer;
  const id = (issuer as { id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' ? id : undefined;
}
