import { g, prov, XSD } from '@grondslag/vocab';
import { DataFactory, Parser, Store } from 'n3';
import type { ClaimText } from './worker-messages.ts';

const { namedNode, literal, defaultGraph, quad } = DataFactory;
const DATE_TIME = namedNode(`${XSD}dateTime`);

/**
 * A dataset of verified claims.
 *
 * The statements of each credential are in the graph `claim.graph`; who made them, when and where they were
 * read is in the default graph. Credentials cannot write there: whatever their text says, their statements
 * get that one graph, and statements that name a graph of their own are dropped. A credential that was read at
 * several addresses is there once, with each address as its `prov:hadPrimarySource`.
 */
export function loadClaims(claims: readonly ClaimText[]): Store {
  const store = new Store();
  const loaded = new Set<string>();
  for (const claim of claims) {
    const graph = namedNode(claim.graph);
    // The same credential at another address says nothing more: its blank nodes would count again in every sum.
    const isNew = !loaded.has(claim.graph);
    loaded.add(claim.graph);
    // Each parser gives blank nodes a prefix of its own, so credentials cannot share one.
    for (const statement of isNew ? new Parser({ format: 'N-Quads' }).parse(claim.canonical) : []) {
      if (statement.graph.termType !== 'DefaultGraph') continue;
      store.addQuad(quad(statement.subject, statement.predicate, statement.object, graph));
    }
    for (const [predicate, object] of provenance(claim)) {
      store.addQuad(quad(graph, namedNode(predicate), object, defaultGraph()));
    }
  }
  return store;
}

function provenance(claim: ClaimText) {
  const instant = (text: string) => literal(text, DATE_TIME);
  return [
    [prov.wasAttributedTo, namedNode(claim.source)],
    [prov.hadPrimarySource, namedNode(claim.resource)],
    [g.credential, namedNode(claim.credential)],
    [g.claimType, namedNode(claim.claimType)],
    [g.validFrom, instant(claim.validFrom)],
    ...(claim.validUntil ? ([[g.validUntil, instant(claim.validUntil)]] as const) : []),
    [g.statusCheckedAt, instant(claim.statusCheckedAt)],
  ] as const;
}
