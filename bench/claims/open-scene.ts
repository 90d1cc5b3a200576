import { contexts } from '@grondslag/vocab';
import { startPeer } from './peers.ts';
import { makeSignedClaims } from './signed-claims.ts';

/** What every measurement needs: credentials, peers, and the signature alone. */
export async function openScene(count: number) {
  const signed = await makeSignedClaims(count);
  const documents = new Map<string, object>([...contexts, ...signed.statusLists]);
  for (const { id, keys } of signed.sources) {
    documents.set(id, {
      '@context': 'https://w3id.org/security/v2',
      id,
      assertionMethod: Object.keys(keys),
    });
    for (const [method, publicKeyMultibase] of Object.entries(keys)) {
      documents.set(method, {
        '@context': 'https://w3id.org/security/multikey/v1',
        ...{ id: method, type: 'Multikey', controller: id, publicKeyMultibase },
      });
    }
  }
  const settings = { documents, sources: signed.sources.map(({ id }) => id) };
  const stock = startPeer({ ...settings, stock: true });
  const patched = startPeer({ ...settings, stock: false });
  const keys = new Map(signed.sources.flatMap(({ keys: own }) => Object.entries(own)));
  return {
    ...signed,
    stock,
    patched,
    publicKey: (method: string) => keys.get(method),
    fetchStatusList: async (url: unknown) => {
      const body = JSON.stringify(signed.statusLists.get(String(url)));
      return new Response(body, { headers: { 'content-type': 'application/vc' } });
    },
    async close() {
      await Promise.all([stock.close(), patched.close()]);
    },
  };
}

export type Scene = Awaited<ReturnType<typeof openScene>>;
