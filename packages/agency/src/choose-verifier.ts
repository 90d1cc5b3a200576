import {
  type ClaimKinds,
  type ClaimVerifier,
  type Contexts,
  createPartVerifier,
  loadTrustList,
  type NarrowedClaim,
} from '@grondslag/claims';
import type { SourceParticipant } from '@grondslag/protocol';
import type { PinnedTrustList } from './agency-options.ts';
import { createBoundedFetch, type Fetch } from './bounded-fetch.ts';
import type { Trace } from './trace.ts';
import { trustListAddress } from './trust-list-address.ts';

/** Gives what decides which facts are believed now. */
export type VerifierSource = (trace?: Trace) => Promise<ClaimVerifier<NarrowedClaim>>;

interface Powers {
  readonly fetch: Fetch;
  readonly now: () => Date;
  readonly contexts: Contexts | undefined;
  readonly kinds: ClaimKinds;
}

/** One verifier, with what it remembers of status lists, as long as the sources are the same. */
export function createVerifierSource(
  loadSources: (trace?: Trace) => Promise<readonly SourceParticipant[]>,
  { fetch, now, contexts, kinds }: Powers,
): VerifierSource {
  let known: { list: string; verifier: ClaimVerifier<NarrowedClaim> } | undefined;
  return async (trace) => {
    const sources = await loadSources(trace);
    const list = JSON.stringify(sources);
    if (known?.list !== list) {
      const allowed = sources.map(({ statusLists }) => statusLists);
      const verifier = createPartVerifier({
        sources,
        fetch: createBoundedFetch({ fetch, allowed }),
        now,
        kinds,
        ...(contexts && { contexts }),
      });
      known = { list, verifier };
    }
    return known.verifier;
  };
}

/** A verifier that goes by the signed trust list of the authority; without one that holds it believes nobody. */
export function followTrustList(
  { operatorKeys, store, onProblem }: PinnedTrustList,
  {
    authority,
    publicFetch,
    fetch,
    now,
    contexts,
    kinds,
  }: Powers & { authority: string; publicFetch: Fetch },
): VerifierSource {
  const trust = loadTrustList({
    url: trustListAddress(authority),
    operatorKeys,
    fetch: publicFetch,
    now,
    ...(store && { store }),
    ...(onProblem && { onProblem }),
  });
  const verifier = createPartVerifier({
    trust,
    now,
    kinds,
    ...(contexts && { contexts }),
    async fetch(input, init) {
      const { issuers } = await trust.current();
      const allowed = issuers.flatMap(({ statusLists }) => statusLists);
      return await createBoundedFetch({ fetch, allowed })(input, init);
    },
  });
  return async () => verifier;
}
