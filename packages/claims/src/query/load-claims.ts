import { DictionaryStore } from '../store/dictionary-store.ts';
import { createProvenanceLoader } from '../store/provenance.ts';
import { createLikeness, type Likeness, readLinesInto } from '../store/read-lines-into.ts';
import type { ClaimText } from './worker-messages.ts';

/**
 * Adds verified claims to a store, one by one.
 *
 * The statements of each credential are in the graph `claim.graph`; who made them, when and where they were
 * read is in the default graph. Credentials cannot write there: whatever their text says, their statements
 * get that one graph, and statements that name a graph of their own are dropped. A credential that was read at
 * several addresses is there once, with each address as its `prov:hadPrimarySource`: its blank nodes would else count
 * again in every sum.
 */
export function createClaimLoader(store: DictionaryStore): (claim: ClaimText) => void {
  const alike = new Map<string, Likeness>();
  const addProvenance = createProvenanceLoader(store);
  return (claim) => {
    const graph = store.intern(`<${claim.graph}>`);
    if (!store.isGraph(graph)) {
      const like = alike.get(claim.claimType) ?? createLikeness();
      alike.set(claim.claimType, like);
      readLinesInto(store, claim.canonical, graph, like);
    }
    addProvenance(graph, claim);
  };
}

/** Loads claims into a store of their own, or one more. */
export function loadClaims(
  claims: Iterable<ClaimText>,
  store: DictionaryStore = new DictionaryStore(),
): DictionaryStore {
  const load = createClaimLoader(store);
  for (const claim of claims) load(claim);
  return store;
}
