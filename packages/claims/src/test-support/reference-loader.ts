import { contexts } from '@grondslag/vocab';

/** What the reference implementation fetches: our contexts, and a controller document of this key. */
export function createReferenceLoader(
  controller: string,
  key: () => { readonly id: string; readonly publicKeyMultibase: string },
): (url: string) => Promise<object> {
  return async (url) => {
    const { id, publicKeyMultibase } = key();
    const own: Readonly<Record<string, object>> = {
      [id]: {
        '@context': 'https://w3id.org/security/multikey/v1',
        id,
        type: 'Multikey',
        controller,
        publicKeyMultibase,
      },
      [controller]: {
        '@context': 'https://www.w3.org/ns/did/v1',
        id: controller,
        assertionMethod: [id],
      },
    };
    const document = contexts.get(url) ?? own[url];
    if (!document) throw new Error(`not expected: ${url}`);
    return { contextUrl: null, documentUrl: url, document };
  };
}
