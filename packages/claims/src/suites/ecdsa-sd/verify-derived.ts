import { concatBytes } from '../../proof/concat-bytes.ts';
import { type EcdsaPublicKey, importEcdsaKey, importEcdsaPoint } from '../../proof/ecdsa-keys.ts';
import { platformCrypto } from '../../proof/platform-crypto.ts';
import { type DisclosedStatements, groupStatements } from '../selective/disclosed-statements.ts';
import type { Suite } from '../suite.ts';
import { type DerivedProofValue, readDerivedProofValue } from './proof-values.ts';

/**
 * Checks a derived proof: the issuer signed the mandatory statements together, and vouched for a key that
 * signed each of the others. A base proof does not verify: it is between issuer and holder.
 *
 * @see {@link https://www.w3.org/TR/vc-di-ecdsa/#verify-derived-proof-ecdsa-sd-2023 | Data Integrity ECDSA, 3.6.7}
 */
export const ecdsaSd2023: Suite = {
  name: 'ecdsa-sd-2023',
  signs: 'rdf',
  async verify({ document, proofConfig, proofValue, publicKey }) {
    const proof = readDerivedProofValue(proofValue);
    const issuerKey = await importEcdsaKey(publicKey);
    if (!proof || issuerKey?.curve !== 'P-256') return false;
    const proofHash = await platformCrypto.sha256(proofConfig);
    for (const statements of groupStatements(document, proof.labels, proof.mandatoryIndexes)) {
      if (await holds(statements, proof, proofHash, issuerKey)) return true;
    }
    return false;
  },
};

const P256_MULTICODEC = Uint8Array.of(0x80, 0x24);
const encoder = new TextEncoder();

async function holds(
  { mandatory, others }: DisclosedStatements,
  { baseSignature, statementKey, signatures }: DerivedProofValue,
  proofHash: Uint8Array,
  issuerKey: EcdsaPublicKey,
): Promise<boolean> {
  if (signatures.length !== others.length) return false;
  const mandatoryHash = await platformCrypto.sha256(mandatory);
  const signed = concatBytes(proofHash, statementKey, mandatoryHash);
  // The issuer's own signature first: until it holds, all else is a stranger's work for us.
  if (!(await issuerKey.verify(baseSignature, signed))) return false;
  if (!P256_MULTICODEC.every((byte, at) => statementKey[at] === byte)) return false;
  const key = await importEcdsaPoint('P-256', statementKey.subarray(P256_MULTICODEC.length));
  if (!key) return false;
  const verdicts = await Promise.all(
    others.map((statement, at) =>
      key.verify(signatures[at] as Uint8Array<ArrayBuffer>, encoder.encode(statement)),
    ),
  );
  return verdicts.every(Boolean);
}
