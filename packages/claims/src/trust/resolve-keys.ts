import { type FoundKeys, findKeys } from '../issuers/find-keys.ts';
import { type KeyResolver, refuseKey } from '../issuers/key-resolution.ts';
import type { TrustedIssuer } from './trust-list.ts';

/** What of an issuer decides which keys are its own. */
export type KeyOwner = Pick<TrustedIssuer, 'id' | 'keys'>;

/**
 * Keys of issuers that the trust list names without keys, for the proofs of one document.
 *
 * Only a method whose address begins with such an issuer is resolved: nothing has been verified yet, and a
 * credential must not be able to choose whom we ask. One pinned key, and only pinned keys count.
 */
export function resolveKeys(
  document: unknown,
  resolve: KeyResolver | undefined,
  ownerOf: (id: string) => KeyOwner | undefined,
  at: Date,
): ResolvedKeys | Promise<ResolvedKeys> {
  return resolve ? resolveOpen(document, resolve, ownerOf, at) : NOTHING_RESOLVED;
}

type ResolvedKeys = Pick<FoundKeys, 'publicKey' | 'controllerOf'>;
const NOTHING_RESOLVED: ResolvedKeys = {
  publicKey: () => undefined,
  controllerOf: () => undefined,
};

async function resolveOpen(
  document: unknown,
  resolve: KeyResolver,
  ownerOf: (id: string) => KeyOwner | undefined,
  at: Date,
): Promise<ResolvedKeys> {
  const isOpen = (id: string) => {
    const owner = ownerOf(id);
    return owner !== undefined && Object.keys(owner.keys).length === 0;
  };
  const found = await findKeys(
    document,
    (method, signedAt) =>
      isOpen(method.replace(/#.*$/s, '')) ? resolve(method, signedAt) : refuseKey('unknown_method'),
    () => at,
  );
  const controllerOf = (method: string) => {
    const controller = found.controllerOf(method);
    return controller !== undefined && isOpen(controller) ? controller : undefined;
  };
  return {
    controllerOf,
    publicKey: (method) =>
      controllerOf(method) === undefined ? undefined : found.publicKey(method),
  };
}
