import { g, prov, XSD } from '@grondslag/vocab';
import type { AnswerCredential } from '../query/answer.ts';
import type { DictionaryStore } from './dictionary-store.ts';
import { readTerm } from './written-term.ts';

/** What is known of a credential apart from what it says. Instants are ISO 8601. */
export interface ProvenanceText {
  readonly source: string;
  readonly resource: string;
  readonly credential: string;
  readonly claimType: string;
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly holdsAt: string;
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
const holdsAt = iri(g.holdsAt);
const statusCheckedAt = iri(g.statusCheckedAt);

/** What describes credentials in the default graph, each by its `graph`. */
export function createProvenanceLoader(
  store: DictionaryStore,
): (graph: number, claim: ProvenanceText) => void {
  const say = (predicate: string, write: (text: string) => string) => {
    let last = { text: '', predicate: -1, object: -1 };
    return (graph: number, text: string) => {
      // Credentials that are loaded together have the same source, kind and dates more often than not.
      if (text !== last.text || last.object < 0) {
        last = { text, predicate: store.intern(predicate), object: store.intern(write(text)) };
      }
      store.appendProvenance(graph, last.predicate, last.object);
    };
  };
  const saySource = say(source, iri);
  const sayResource = say(resource, iri);
  const sayCredential = say(credential, iri);
  const sayClaimType = say(claimType, iri);
  const sayValidFrom = say(validFrom, instant);
  const sayValidUntil = say(validUntil, instant);
  const sayHoldsAt = say(holdsAt, instant);
  const sayStatusCheckedAt = say(statusCheckedAt, instant);
  return (graph, claim) => {
    saySource(graph, claim.source);
    sayResource(graph, claim.resource);
    sayCredential(graph, claim.credential);
    sayClaimType(graph, claim.claimType);
    sayValidFrom(graph, claim.validFrom);
    if (claim.validUntil) sayValidUntil(graph, claim.validUntil);
    sayHoldsAt(graph, claim.holdsAt);
    sayStatusCheckedAt(graph, claim.statusCheckedAt);
  };
}

/** What the default graph says of the credential of `graph`. */
export function readProvenance(store: DictionaryStore, graph: number): AnswerCredential {
  const writtenIn = (column: Uint32Array, row: number) =>
    store.written[column[row] as number] as string;
  const values = (predicate: string): string[] =>
    store
      .provenance(graph)
      .filter((row) => writtenIn(store.predicates, row) === predicate)
      .map((row) => readTerm(writtenIn(store.objects, row)).value);
  const one = (predicate: string) => values(predicate)[0] ?? '';
  const [until] = values(validUntil);
  const earliest = (predicate: string) =>
    new Date(Math.min(...values(predicate).map((instant) => Date.parse(instant))));
  return {
    graph: (store.written[graph] as string).slice(1, -1),
    source: one(source),
    credential: one(credential),
    claimType: one(claimType),
    resources: values(resource),
    validFrom: new Date(one(validFrom)),
    ...(until !== undefined && { validUntil: new Date(until) }),
    holdsAt: earliest(holdsAt),
    statusCheckedAt: earliest(statusCheckedAt),
  };
}
