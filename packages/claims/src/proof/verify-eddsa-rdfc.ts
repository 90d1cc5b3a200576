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
  const read = await readClaimedProof(document['@context'], claimed, findPublicKey, now);
  if ('reason' in read) return read;
  const verify = await importPublicKey(read.publicKey, platform);
  const prepared = await (prepareProof(document, read, platform, contexts) ??
    learnContext(document, read, contexts).then(() =>
      prepareProof(document, read, platform, contexts),
    ));
  if (prepared && (await verify(read.signature, prepared.message))) return prepared.verified;
  return await verifyInGeneral(document, read, verify, platform, contexts);
}

/**
 * As `verifyEddsaRdfc`, where nothing has to be waited for and the proof holds, which is nearly always so on a
 * server; else `undefined`. Waiting for what is there takes as long as reading the proof.
 */
export function verifyEddsaAtOnce(
  document: Document,
  claimed: unknown,
  findPublicKey: FindPublicKey,
  now: () => Date,
  platform: PlatformCrypto = platformCrypto,
  contexts?: Contexts,
): ProofVerification | undefined {
  try {
    checkDocument(document, contexts);
  } catch (error) {
    return refuse(reasonOf(error, 'not_a_credential'));
  }
  const read = readClaimedProof(document['@context'], claimed, findPublicKey, now);
  if (read instanceof Promise || 'reason' in read) return undefined;
  const verify = importPublicKey(read.publicKey, platform);
  const prepared = prepareProof(document, read, platform, contexts);
  if (verify instanceof Promise || !prepared || prepared instanceof Promise) return undefined;
  return verify(read.signature, prepared.message) === true ? prepared.verified : undefined;
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
