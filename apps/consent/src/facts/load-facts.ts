import { createClaimVerifier, fetchAndVerify, type LeftOut } from '@grondslag/claims';
import { themeContainer } from '@grondslag/protocol';
import type { AuthenticatedFetch } from '../authority/ask-authority.ts';
import { findFactContainers, findOwnStorages } from './fact-containers.ts';
import { type FactView, viewOfClaim, viewOfLeftOut } from './fact-view.ts';
import { type PinnedTrustList, whomToBelieve } from './whom-to-believe.ts';

/** A kind of fact this citizen has none of: its container was never made. */
function isAbsentContainer({ resource, reason }: LeftOut): boolean {
  return resource.endsWith('/') && reason === 'not_found';
}

async function findContainers({
  citizen,
  vault,
  fetch,
  publicFetch,
  themes,
}: Parameters<typeof loadFacts>[0]): Promise<string[]> {
  if (themes) {
    const storages = await findOwnStorages(citizen, vault, publicFetch);
    return storages.flatMap((storage) => themes.map((theme) => themeContainer(storage, theme)));
  }
  const storages = await findOwnStorages(citizen, vault, fetch);
  const containers = storages.map((storage) => findFactContainers(storage, fetch));
  return (await Promise.all(containers)).flat();
}

/**
 * Reads and verifies all facts in the citizen's own vault. In a file of its own, because verification is
 * large and only some pages need it.
 */
export async function loadFacts(options: {
  readonly citizen: string;
  /** Base URL of the vault server; a storage elsewhere is not read. */
  readonly vault: string;
  /** Knows who the citizen is. */
  readonly fetch: AuthenticatedFetch;
  /** For status lists and the trust list; knows nobody. */
  readonly publicFetch: typeof globalThis.fetch;
  readonly trustList: PinnedTrustList;
  /** The facts that a citizen shows to who helps; default: all in the vault. */
  readonly shown?: readonly string[];
  /** Names of the containers that a representative sees; default: all there are. */
  readonly themes?: readonly string[];
}): Promise<FactView[]> {
  const { citizen, fetch, publicFetch, trustList, shown } = options;
  const { claims, leftOut } = await fetchAndVerify({
    resources: shown ?? (await findContainers(options)),
    citizen,
    fetch: (input, init) => fetch(input instanceof Request ? input.url : String(input), init),
    verifier: createClaimVerifier({
      trust: whomToBelieve(trustList, publicFetch),
      fetch: publicFetch,
    }),
  });
  return [
    ...claims.map((claim) => viewOfClaim(claim, citizen)),
    ...leftOut.filter((one) => !isAbsentContainer(one)).map(viewOfLeftOut),
  ].sort((a, b) => a.resource.localeCompare(b.resource));
}
