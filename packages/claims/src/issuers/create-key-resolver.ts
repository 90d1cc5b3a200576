import { createControllerDocuments } from './controller-documents.ts';
import { resolveDidKey } from './did-key.ts';
import { documentAddress } from './document-address.ts';
import {
  type KeyPurpose,
  type KeyResolution,
  type KeyResolver,
  refuseKey,
} from './key-resolution.ts';

export interface KeyResolverOptions {
  /** Methods that are known already, for any purpose: id → key and controller. They come before all else. */
  readonly pinned?: Readonly<
    Record<string, { readonly publicKey: string; readonly controller: string }>
  >;
  /** Kinds of method to resolve beside the pinned ones. Default: none. */
  readonly methods?: readonly ('did:key' | 'did:web' | 'https')[];
  /** The only hosts whose documents are fetched, as in a URL: `example.org`, `example.org:8443`. */
  readonly hosts?: readonly string[];
  /** Needed for `did:web` and `https`; give it no tokens. */
  readonly fetch?: typeof fetch;
  readonly now?: () => Date;
}

/**
 * Finds keys of verification methods: pinned, in their name, or in a document at a host on a closed list.
 *
 * That a key is found says nothing about whether its controller may be believed.
 *
 * @throws {TypeError} when methods need hosts or `fetch`, and there are none
 */
export function createKeyResolver(options: KeyResolverOptions): KeyResolver {
  const { pinned = {}, methods = [], hosts = [], fetch, now = () => new Date() } = options;
  const allowed = new Set(methods);
  const asks = allowed.has('did:web') || allowed.has('https');
  if (asks && (!fetch || hosts.length === 0)) {
    throw new TypeError('Expected `fetch` and at least one of `hosts` for did:web and https.');
  }
  const documentOf = fetch && createControllerDocuments({ fetch, now });
  const closedList = new Set(hosts);

  async function resolveDocument(
    method: string,
    at: Date,
    purpose: KeyPurpose,
  ): Promise<KeyResolution> {
    const address = documentAddress(method, closedList);
    if (!address || !documentOf) return refuseKey('unknown_method');
    const document = await documentOf(address);
    if (typeof document === 'string') return refuseKey(document);
    const { keyInDocument } = await import('./controller-document.ts');
    return keyInDocument(document, method, { at, now: now(), purpose });
  }

  return (method, at, purpose = 'assertionMethod') => {
    const known = Object.hasOwn(pinned, method) ? pinned[method] : undefined;
    if (known) return { ...known, purpose };
    if (method.startsWith('did:key:') && allowed.has('did:key'))
      return resolveDidKey(method, purpose);
    const kind = method.startsWith('did:web:') ? 'did:web' : 'https';
    return allowed.has(kind) ? resolveDocument(method, at, purpose) : refuseKey('unknown_method');
  };
}
