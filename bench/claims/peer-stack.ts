import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { QueryEngine } from '@comunica/query-sparql';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { base58 } from '@scure/base';
import jsonld from 'jsonld';
import { DataFactory, Parser, Store } from 'n3';
import { canonize } from 'rdf-canonize';
import type { PeerSettings, PeerWork } from './peers.ts';

type Stack = Readonly<
  Record<PeerWork['kind'], (texts: readonly string[], sparql: string) => Promise<number>>
>;

interface Credential {
  readonly id: string;
  readonly issuer: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly credentialStatus: {
    readonly statusListCredential: string;
    readonly statusListIndex: string;
  };
  readonly proof: {
    readonly verificationMethod: string;
    readonly proofValue: string;
    readonly [other: string]: unknown;
  };
}

interface StatusResults {
  readonly results?: readonly { readonly status?: boolean }[];
}

const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** What a developer composes today: Digital Bazaar's verifier, or its parts by hand; n3's store and Comunica. */
export function createPeerStack({ documents, sources }: Omit<PeerSettings, 'stock'>): Stack {
  const trusted = new Set(sources);
  const documentLoader = async (url: string) => {
    const document = documents.get(url);
    if (!document) throw new Error(`Nothing is loaded from ${url}`);
    return { contextUrl: undefined, documentUrl: url, document, tag: 'static' };
  };
  const options = {
    documentLoader: documentLoader as never,
    base: null as never,
    safe: true,
    rdfDirection: 'i18n-datatype' as const,
    produceGeneralizedRdf: false,
  };
  const engine = new QueryEngine();

  async function isVerified(credential: Credential, check: vc.CheckStatus): Promise<boolean> {
    const suite = new DataIntegrityProof({ cryptosuite });
    const result = await vc.verifyCredential({
      ...{ credential, suite, documentLoader },
      checkStatus: check,
    });
    if (!result.verified) throw new Error('The peer refused a good credential.', { cause: result });
    // `verified` is true of what was revoked.
    const { results = [] } = (result.statusResult ?? {}) as StatusResults;
    return !results.some(({ status }) => status);
  }

  const keys = new Map<string, KeyObject>();
  function keyOf(method: string): KeyObject {
    const known = keys.get(method);
    if (known) return known;
    const { publicKeyMultibase } = documents.get(method) as { publicKeyMultibase: string };
    const raw = base58.decode(publicKeyMultibase.slice(1)).subarray(2);
    const der = Buffer.concat([SPKI_PREFIX, raw]);
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    keys.set(method, key);
    return key;
  }

  /** Canonical N-Quads of what its signature holds for. */
  async function verifyByHand(credential: Credential): Promise<string> {
    const { proof, ...document } = credential;
    const { proofValue, ...config } = proof;
    const canonicalOf = async (one: object) =>
      canonize((await jsonld.toRDF(one, options)) as never, { algorithm: 'RDFC-1.0' });
    const canonical = await canonicalOf(document);
    const context = (document as { '@context'?: unknown })['@context'];
    const canonicalConfig = await canonicalOf({ '@context': context, ...config });
    const hashes = [canonicalConfig, canonical].map((text) => hash('sha256', text, 'buffer'));
    const signature = base58.decode(proofValue.slice(1));
    if (!verify(null, Buffer.concat(hashes), keyOf(proof.verificationMethod), signature)) {
      throw new Error('A good signature was refused.');
    }
    return canonical;
  }

  const lists = new Map<string, Buffer>();
  function isRevoked({ credentialStatus }: Credential): boolean {
    const { statusListCredential: url, statusListIndex } = credentialStatus;
    const read = () => {
      const list = documents.get(url) as { credentialSubject: { encodedList: string } };
      return gunzipSync(Buffer.from(list.credentialSubject.encodedList.slice(1), 'base64url'));
    };
    const bits = lists.get(url) ?? read();
    lists.set(url, bits);
    const index = Number(statusListIndex);
    return (((bits[index >> 3] ?? 0) >> (7 - (index & 7))) & 1) === 1;
  }

  /** About the same policy as ours, on the document. */
  function isBelieved(credential: Credential): boolean {
    const now = Date.now();
    const { issuer, validFrom, validUntil, proof } = credential;
    if (!trusted.has(issuer) || !proof.verificationMethod.startsWith(issuer)) return false;
    return Date.parse(validFrom) <= now && now < Date.parse(validUntil) && !isRevoked(credential);
  }

  async function ask(
    texts: readonly string[],
    sparql: string,
    statementsOf: (credential: Credential) => Promise<string | undefined>,
  ): Promise<number> {
    const store = new Store();
    for (const text of texts) {
      const credential: Credential = JSON.parse(text);
      const nquads = await statementsOf(credential);
      if (nquads === undefined) continue;
      const graph = DataFactory.namedNode(credential.id);
      for (const { subject, predicate, object } of new Parser({ format: 'N-Quads' }).parse(
        nquads,
      )) {
        store.addQuad(subject, predicate, object, graph);
      }
    }
    const bindings = await engine.queryBindings(sparql, { sources: [store] });
    return (await bindings.toArray()).length;
  }

  return {
    async verify(texts) {
      let verified = 0;
      const noStatus = async () => ({ verified: true });
      for (const text of texts) verified += Number(await isVerified(JSON.parse(text), noStatus));
      return verified;
    },
    async verifyByHand(texts) {
      for (const text of texts) await verifyByHand(JSON.parse(text));
      return texts.length;
    },
    answer: (texts, sparql) =>
      ask(texts, sparql, async (credential) => {
        if (!(await isVerified(credential, checkStatus))) return undefined;
        if (!trusted.has(credential.issuer)) return undefined;
        const { proof: _, ...document } = credential;
        const format = 'application/n-quads';
        return (await jsonld.toRDF(document, { ...options, format })) as unknown as string;
      }),
    answerByHand: (texts, sparql) =>
      ask(texts, sparql, async (credential) => {
        const canonical = await verifyByHand(credential);
        return isBelieved(credential) ? canonical : undefined;
      }),
  };
}
