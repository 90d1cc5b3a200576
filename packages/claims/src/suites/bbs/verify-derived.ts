import { concatBytes } from '../../proof/concat-bytes.ts';
import { decodeMultikey, kindOfMultikey } from '../../proof/multikey.ts';
import { platformCrypto } from '../../proof/platform-crypto.ts';
import { groupStatements } from '../selective/disclosed-statements.ts';
import type { Suite } from '../suite.ts';
import { CIPHERSUITE, loadBbs } from './load-bbs.ts';
import { readBbsDerived } from './proof-values.ts';

const encoder = new TextEncoder();

/**
 * Checks a derived proof that does not link one showing to another. Slow: a tenth of a second.
 *
 * @see {@link https://www.w3.org/TR/vc-di-bbs/#verify-derived-proof-bbs-2023 | Data Integrity BBS, 3.4.6}
 */
export const bbs2023: Suite = {
  name: 'bbs-2023',
  signs: 'rdf',
  async verify({ document, proofConfig, proofValue, publicKey }) {
    const derived = readBbsDerived(proofValue);
    if (!derived || kindOfMultikey(publicKey) !== 'BLS12-381 G2') return false;
    const { proof, labels, mandatoryIndexes, selectiveIndexes, presentationHeader } = derived;
    const proofHash = await platformCrypto.sha256(proofConfig);
    const bbs = await loadBbs();
    for (const { mandatory, others } of groupStatements(document, labels, mandatoryIndexes)) {
      if (others.length !== selectiveIndexes.length) continue;
      const holds = await bbs
        .verifyProof({
          publicKey: decodeMultikey(publicKey).bytes,
          proof,
          header: concatBytes(proofHash, await platformCrypto.sha256(mandatory)),
          presentationHeader,
          disclosedMessages: others.map((statement) => encoder.encode(statement)),
          disclosedMessageIndexes: selectiveIndexes,
          ciphersuite: CIPHERSUITE,
        })
        // The library throws on points and scalars that are none.
        .catch(() => false);
      if (holds) return true;
    }
    return false;
  },
};
