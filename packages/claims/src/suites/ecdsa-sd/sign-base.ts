import type { Contexts } from '../../canonicalize/contexts.ts';
import { concatBytes } from '../../proof/concat-bytes.ts';
import { signEcdsa } from '../../proof/ecdsa-keys.ts';
import { compressPoint } from '../../proof/expand-point.ts';
import { platformCrypto } from '../../proof/platform-crypto.ts';
import { canonicalizeProofConfig, type ProofConfig } from '../../proof/proof-config.ts';
import type { PlatformKey } from '../../proof/signing-key.ts';
import { groupByPointers, nameByHmac } from '../selective/group-by-pointers.ts';
import { writeBaseProofValue } from './proof-values.ts';

const encoder = new TextEncoder();

/**
 * The `proofValue` of a base proof: for the holder, who derives from it what others see.
 *
 * @param privateKey P-256
 * @param mandatoryPointers what every derived credential must show
 * @throws {ClaimsError} as `groupByPointers`
 * @see {@link https://www.w3.org/TR/vc-di-ecdsa/#create-base-proof-ecdsa-sd-2023 | Data Integrity ECDSA, 3.6.1}
 */
export async function signBase(
  document: Readonly<Record<string, unknown>>,
  config: ProofConfig,
  privateKey: PlatformKey,
  mandatoryPointers: readonly string[],
  contexts?: Contexts,
): Promise<string> {
  const hmacKey = crypto.getRandomValues(new Uint8Array(32));
  const labels = await nameByHmac(hmacKey);
  const { mandatory, others } = await groupByPointers(
    document,
    mandatoryPointers,
    labels,
    contexts,
  );
  const proofHash = await platformCrypto.sha256(
    await canonicalizeProofConfig(document['@context'], config, contexts),
  );
  const mandatoryHash = await platformCrypto.sha256(mandatory.join(''));
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const statementKey = concatBytes(Uint8Array.of(0x80, 0x24), compressPoint(point));
  return writeBaseProofValue({
    baseSignature: await signEcdsa(
      privateKey,
      'P-256',
      concatBytes(proofHash, statementKey, mandatoryHash),
    ),
    statementKey,
    hmacKey,
    signatures: await Promise.all(
      others.map((statement) => signEcdsa(pair.privateKey, 'P-256', encoder.encode(statement))),
    ),
    mandatoryPointers: [...mandatoryPointers],
  });
}
