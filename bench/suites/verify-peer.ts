import { QueryEngine } from '@comunica/query-sparql';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { contexts } from '@grondslag/vocab';
import jsonld from 'jsonld';
import { Parser, Store } from 'n3';
import { KEY_ID, type Samples, STATUS_LIST } from './verify-samples.ts';

/** What a developer composes today: Digital Bazaar's verifier, n3's store, Comunica. */
export interface Peer {
  /** Verifies the proof and the status of one text. */
  verify(text: string): Promise<void>;
  /** Verifies each text and answers the question over those that hold; resolves to the number of rows. */
  run(texts: readonly string[], sparql: string): Promise<number>;
}

export function createPeer({ source, publicKeyMultibase, statusList }: Samples): Peer {
  const documents = new Map<string, object>([
    ...contexts,
    [STATUS_LIST, statusList],
    [
      KEY_ID,
      {
        '@context': 'https://w3id.org/security/multikey/v1',
        id: KEY_ID,
        type: 'Multikey',
        controller: source.id,
        publicKeyMultibase,
      },
    ],
    [
      source.id,
      {
        '@context': 'https://w3id.org/security/v2',
        id: source.id,
        assertionMethod: [KEY_ID],
      },
    ],
  ]);
  const documentLoader = async (url: string) => {
    const document = documents.get(url);
    if (!document) throw new Error(`Nothing is loaded from ${url}`);
    return { contextUrl: undefined, documentUrl: url, document, tag: 'static' };
  };
  const suite = () => new DataIntegrityProof({ cryptosuite });
  const engine = new QueryEngine();

  async function verify(text: string): Promise<void> {
    const { verified, error } = await vc.verifyCredential({
      credential: JSON.parse(text),
      suite: suite(),
      documentLoader,
      checkStatus: (options: object) =>
        checkStatus({ ...options, verifyBitstringStatusListCredential: false }),
    });
    if (!verified) throw new Error('The peer refused a good credential.', { cause: error });
  }

  return {
    verify,
    async run(texts, sparql) {
      const store = new Store();
      for (const text of texts) {
        await verify(text);
        const nquads = await jsonld.toRDF(JSON.parse(text), {
          format: 'application/n-quads',
          documentLoader: documentLoader as never,
        });
        store.addQuads(new Parser({ format: 'N-Quads' }).parse(nquads as unknown as string));
      }
      const bindings = await engine.queryBindings(sparql, { sources: [store] });
      return (await bindings.toArray()).length;
    },
  };
}
