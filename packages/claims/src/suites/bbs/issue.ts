import type { Contexts } from '../../canonicalize/contexts.ts';
import { ClaimsError } from '../../errors.ts';
import { type Issued, issuedDocument } from '../../issue/issued-document.ts';
import type { StatusPlace } from '../../issue/status-entry.ts';
import { concatBytes } from '../../proof/concat-bytes.ts';
import { platformCrypto } from '../../proof/platform-crypto.ts';
import { canonicalizeProofConfig } from '../../proof/proof-config.ts';
import { groupByPointers, type NameLabels, nameByHmac } from '../selective/group-by-pointers.ts';
import type { BbsKey } from './bbs-key.ts';
import { CIPHERSUITE, loadBbs } from './load-bbs.ts';
import { MAX_BBS_STATEMENTS, writeBbsBase } from './proof-values.ts';

const encoder = new TextEncoder();

export interface BbsIssueOptions {
  readonly key: BbsKey;
  readonly status?: StatusPlace | readonly StatusPlace[];
  /** What the holder cannot leave out, beside what every verifier needs. */
  readonly mandatoryPointers?: readonly string[];
  /** Of `createContexts`. */
  readonly contexts?: Contexts;
}

/**
 * Issues a credential with a `bbs-2023` base proof: for the holder, who derives from it what others see. The
 * proof does not say when it was made, and so all credentials of a source look alike.
 *
 * @throws {ClaimsError} as `issueCredential`; `not_installed`
 * @see {@link https://www.w3.org/TR/vc-di-bbs/#add-base-proof-bbs-2023 | Data Integrity BBS, 3.4.1}
 */
export async function issueBbsCredential<T extends object>(
  credential: T,
  { key, status, mandatoryPointers = [], contexts }: BbsIssueOptions,
): Promise<Issued<T, 'bbs-2023'>> {
  const { document, neededPointers } = issuedDocument(credential, status);
  const pointers = [...neededPointers, ...mandatoryPointers];
  const config = {
    type: 'DataIntegrityProof',
    cryptosuite: 'bbs-2023',
    verificationMethod: key.id,
    proofPurpose: 'assertionMethod',
  } as const;
  const hmacKey = crypto.getRandomValues(new Uint8Array(32));
  const { mandatory, others } = await groupByPointers(
    document,
    pointers,
    await nameByOrder(hmacKey),
    contexts,
  );
  if (others.length > MAX_BBS_STATEMENTS) {
    throw new ClaimsError(
      'invalid_document',
      `Expected at most ${MAX_BBS_STATEMENTS} statements under bbs-2023.`,
    );
  }
  const context = (document as { '@context'?: unknown })['@context'];
  const header = concatBytes(
    await platformCrypto.sha256(await canonicalizeProofConfig(context, config, contexts)),
    await platformCrypto.sha256(mandatory.join('')),
  );
  const bbs = await loadBbs();
  const signature = await bbs.sign({
    secretKey: key.secretKey,
    publicKey: key.publicKey,
    header,
    messages: others.map((statement) => encoder.encode(statement)),
    ciphersuite: CIPHERSUITE,
  });
  const proofValue = writeBbsBase({
    signature: new Uint8Array(signature),
    header,
    publicKey: new Uint8Array(key.publicKey),
    hmacKey,
    mandatoryPointers: pointers,
  });
  return { ...document, proof: { ...config, proofValue } } as Issued<T, 'bbs-2023'>;
}

/**
 * Labels `b0`, `b1` and so on, in the order of their HMACs: shorter than those, and say as little.
 *
 * @see {@link https://www.w3.org/TR/vc-di-bbs/#createshuffledidlabelmapfunction | Data Integrity BBS, 3.2.1}
 */
export async function nameByOrder(hmacKey: Uint8Array): Promise<NameLabels> {
  const name = await nameByHmac(hmacKey);
  return async (labels) => {
    const named = await name(labels);
    const order = [...named.values()].sort((a, b) => (a < b ? -1 : 1));
    return new Map([...named].map(([label, hmac]) => [label, `b${order.indexOf(hmac)}`]));
  };
}
