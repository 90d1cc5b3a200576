import { checkDocument } from '../canonicalize/check-document.ts';
import type { Contexts } from '../canonicalize/contexts.ts';
import { writeCanonical } from '../canonicalize/write-canonical.ts';
import { ClaimsError } from '../errors.ts';
import { expand, expandAndCompile } from '../expand/expand.ts';
import { hashProof, type ProofHash } from './hash-proof.ts';
import type { PlatformCrypto } from './platform-crypto.ts';
import type { ProofConfig } from './proof-config.ts';
import { fillTemplate, learnTemplate } from './proof-template.ts';
import type { VerifiedProof } from './proof-verification.ts';
import type { ClaimedProof } from './read-claimed-proof.ts';

/** A proof of which only the signature is still to be checked. */
export interface PreparedProof {
  /** What the signature has to be over. */
  readonly message: Uint8Array<ArrayBuffer>;
  /** The answer if it is. */
  readonly verified: VerifiedProof;
}

/**
 * Writes what was signed by the compiled expansion, at once where the platform hashes at once.
 *
 * `undefined` when that does not know the document; `learnContext` may help. When the signature does not fit the
 * message, that says nothing yet: the general path has to decide.
 */
export function prepareProof(
  document: Readonly<Record<string, unknown>>,
  claimed: ClaimedProof,
  platform: PlatformCrypto,
  contexts?: Contexts,
): PreparedProof | Promise<PreparedProof> | undefined {
  const canonical = write(document, platform, contexts);
  const config = canonical && writeConfig(document['@context'], claimed.config, platform, contexts);
  if (canonical === undefined || config === undefined) return undefined;
  const hash = hashProof(config, canonical, platform);
  return hash instanceof Promise
    ? hash.then((later) => prepared(claimed, canonical, later))
    : prepared(claimed, canonical, hash);
}

function write(
  document: object,
  { hashNow }: PlatformCrypto,
  contexts: Contexts | undefined,
): string | undefined {
  const expansion = expand(document, contexts);
  return expansion && writeCanonical(expansion, hashNow);
}

function writeConfig(
  context: unknown,
  config: ProofConfig,
  platform: PlatformCrypto,
  contexts: Contexts | undefined,
): string | undefined {
  const filled = fillTemplate(context, config, contexts);
  if (filled !== undefined) return filled;
  const document = { ...config, '@context': context };
  return isAccepted(document, contexts) ? write(document, platform, contexts) : undefined;
}

function isAccepted(document: object, contexts: Contexts | undefined): boolean {
  try {
    checkDocument(document, contexts);
    return true;
  } catch {
    return false;
  }
}

/** Works out once what documents like this one need. */
export async function learnContext(
  document: Readonly<Record<string, unknown>>,
  { config }: ClaimedProof,
  contexts?: Contexts,
): Promise<void> {
  if (!(await expandAndCompile(document, contexts))) return;
  await expandAndCompile({ ...config, '@context': document['@context'] }, contexts);
  try {
    await learnTemplate(document['@context'], contexts);
  } catch (error) {
    // The context has no terms for a proof. The general path says so, with its words.
    if (!(error instanceof ClaimsError)) throw error;
  }
}

function prepared(
  claimed: ClaimedProof,
  canonical: string,
  { message, graph }: ProofHash,
): PreparedProof {
  return { message, verified: accept(claimed, canonical, graph) };
}

/** @param graph the name of `canonical` */
export function accept({ proof }: ClaimedProof, canonical: string, graph: string): VerifiedProof {
  return {
    verified: true,
    canonical,
    graph,
    verificationMethod: proof.verificationMethod,
    cryptosuite: proof.cryptosuite,
    proofPurpose: proof.proofPurpose,
    created: new Date(proof.created),
  };
}
