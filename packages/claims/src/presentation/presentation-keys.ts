import { type FoundKeys, findKeys } from '../issuers/find-keys.ts';
import { type KeyResolver, refuseKey } from '../issuers/key-resolution.ts';

/** Keys as functions. */
export type KnownKeys = Pick<FoundKeys, 'publicKey' | 'controllerOf'>;

/** Whose keys count: those that the caller knows, or those that a resolver finds. */
export type PresentationKeys =
  | KnownKeys
  | {
      /**
       * Of `createKeyResolver`. The holder's key must be listed for `authentication`, an issuer's for
       * `assertionMethod`; who presents names both, so only a closed list of hosts is asked.
       */
      readonly resolveKey: KeyResolver;
    };

/** Methods of one presentation: each may be a request, and who presents says how many there are. */
const MAX_RESOLVED = 64;

/** Looks for keys when they are needed: those of credentials after the holder's proof was found to hold. */
export function createKeyFinder(keys: PresentationKeys, now: () => Date) {
  if (!('resolveKey' in keys)) return { ofHolder: async () => keys, ofIssuer: async () => keys };
  const resolved = new Set<string>();
  const resolve: KeyResolver = (method, at, purpose) => {
    if (resolved.size >= MAX_RESOLVED && !resolved.has(method)) return refuseKey('unknown_method');
    resolved.add(method);
    return keys.resolveKey(method, at, purpose);
  };
  return {
    ofHolder: (presentation: object): Promise<KnownKeys> =>
      findKeys(presentation, resolve, now, 'authentication'),
    ofIssuer: (credential: object): Promise<KnownKeys> => findKeys(credential, resolve, now),
  };
}
