import { type BothOrders, canonicalizeInBothOrders } from '../canonicalize/canonicalize.ts';
import { checkDocument } from '../canonicalize/check-document.ts';
import type { Contexts } from '../canonicalize/contexts.ts';
import { joinByCodePoint } from '../canonicalize/join-lines.ts';
import { graphName } from './graph-name.ts';
import { hashProof } from './hash-proof.ts';
import { type PlatformCrypto, platformCrypto, type VerifySignature } from './platform-crypto.ts';
import { accept, learnContext, prepareProof } from './prepare-proof.ts';
import { canonicalizeProofConfig } from './proof-config.ts';
import {
  type FindPublicKey,
  type ProofVerification,
  reasonOf,
  refuse,
} from './proof-verification.ts';
import { importPublicKey } from './public-keys.ts';
import { type ClaimedProof, readClaimedProof } from './read-claimed-proof.ts';

type Document = Readonly<Record<string, unknown>>;

/**
 * Checks one `eddsa-rdfc-2022` proof of a document.
 *
 * The compiled expansion is tried first. It can be wrong in one way only: the signature does not fit what it made of
 * the document. Then, and where it makes nothing of it, jsonld and rdf-canonize decide.
 *
 * @param document the credential without its `proof`; has an `@context`
 * @param claimed the proof as it came
 * @see {@link https://www.w3.org/TR/vc-di-eddsa/#verify-proof-eddsa-rdfc-2022 | Data Integrity EdDSA, 3.2.2}
 */
export async function verifyEddsaRdfc(
  document: Document,
  claimed: unknown,
  findPublicKey: FindPublicKey,
  now: () => Date,
  platform: PlatformCrypto = platformCrypto,
  contexts?: Contexts,
): Promise<ProofVerification> {
  try {
    checkDocument(document, contexts);
  } catch (error) {
    return refuse(reasonOf(error, 'not_a_credential'));
  }
  // Each step answers at once where it can: waiting for what is there would add up.
  const reading = readClaimedProof(document['@context'], claimed, findPublicKey, now);
  const read = reading instanceof Promise ? await reading : reading;
  if ('reason' in read) return read;
  const importing = importPublicKey(read.publicKey, platform);
  const verify = importing instanceof Promise ? await importing : importing;
  const preparing =
    prepareProof(document, read, platform, contexts) ??
    learnContext(document, read, contexts).then(() =>
      prepareProof(document, read, platform, contexts),
    );
  const prepared = preparing instanceof Promise ? await preparing : preparing;
  const verifying = prepared && verify(read.signature, prepared.message);
  const holds = verifying instanceof Promise ? await verifying : verifying;
  if (prepared && holds) return prepared.verified;
  return await verifyInGeneral(document, read, verify, platform, contexts);
}

async function verifyInGeneral(
  document: Document,
  claimed: ClaimedProof,
  verify: VerifySignature,
  platform: PlatformCrypto,
  contexts: Contexts | undefined,
): Promise<ProofVerification> {
  let orders: BothOrders;
  let config: string;
  try {
    orders = await canonicalizeInBothOrders(document, contexts);
    config = await canonicalizeProofConfig(document['@context'], claimed.config, contexts);
  } catch (error) {
    return refuse(reasonOf(error, 'invalid_proof'));
  }
  for (const signed of new Set([orders.byCodePoint, orders.byUnit])) {
    const { message } = await hashProof(config, signed, platform);
    if (!(await verify(claimed.signature, message))) continue;
    // The same statements in the one order that canonical text has.
    const canonical = joinByCodePoint(signed.split(/(?<=\n)/));
    return accept(claimed, canonical, await graphName(canonical, platform));
  }
  return refuse('invalid_proof');
}
