import { g, prov, XSD } from '@grondslag/vocab';
import { DEFAULT_GRAPH, type DictionaryStore } from './dictionary-store.ts';

/** What is known of a credential apart from what it says. Instants are ISO 8601. */
export interface ProvenanceText {
  readonly source: string;
  readonly resource: string;
  readonly credential: string;
  readonly claimType: string;
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly statusCheckedAt: string;
}

const iri = (text: string) => `<${text}>`;
const instant = (text: string) => `"${text}"^^<${XSD}dateTime>`;
const source = iri(prov.wasAttributedTo);
const resource = iri(prov.hadPrimarySource);
const credential = iri(g.credential);
const claimType = iri(g.claimType);
const validFrom = iri(g.validFrom);
const validUntil = iri(g.validUntil);
const statusCheckedAt = iri(g.statusCheckedAt);

/** Describes the credential of `graph` in the default graph. */
export function addProvenance(
  store: DictionaryStore,
  graph: number,
  claim: ProvenanceText,
  isNew: boolean,
): void {
  const add = (predicate: string, written: string) => {
    const [p, o] = [store.intern(predicate), store.intern(written)];
    if (isNew || !store.has(graph, p, o, DEFAULT_GRAPH)) store.append(graph, p, o, DEFAULT_GRAPH);
  };
  add(source, iri(claim.source));
  add(resource, iri(claim.resource));
  add(credential, iri(claim.credential));
  add(claimType, iri(claim.claimType));
  add(validFrom, instant(claim.validFrom));
  if (claim.validUntil) add(validUntil, instant(claim.validUntil));
  add(statusCheckedAt, instant(claim.statusCheckedAt));
}
