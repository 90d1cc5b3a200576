import type { NarrowedClaim } from '@grondslag/claims';
import { g, prov, XSD } from '@grondslag/vocab';

/** What fits in one string of oxigraph's loader without doubling its memory. */
const AT_ONCE = 500;

/** The statements of the dataset as text, for others: each credential in its graph, its provenance in the default graph. */
export function toTexts(claims: readonly NarrowedClaim[], serial = 0): string[] {
  const texts: string[] = [];
  for (let from = 0; from < claims.length; from += AT_ONCE) {
    texts.push(
      claims
        .slice(from, from + AT_ONCE)
        .map((claim, at) => {
          const { graph, canonical, source, resource, credential, claimType } = claim;
          const instant = (date: Date | undefined) => `"${date?.toISOString()}"^^<${XSD}dateTime>`;
          const provenance = [
            [prov.wasAttributedTo, `<${source.id}>`],
            [prov.hadPrimarySource, `<${resource}>`],
            [g.credential, `<${credential}>`],
            [g.claimType, `<${claimType}>`],
            [g.validFrom, instant(claim.validFrom)],
            [g.validUntil, instant(claim.validUntil)],
            [g.holdsAt, instant(claim.holdsAt)],
            [g.statusCheckedAt, instant(claim.statusCheckedAt)],
          ].map(([predicate, object]) => `<${graph}> <${predicate}> ${object} .\n`);
          const named = canonical
            .replaceAll('_:c14n', `_:v${serial + from + at}c`)
            .replaceAll(' .\n', ` <${graph}> .\n`);
          return named + provenance.join('');
        })
        .join(''),
    );
  }
  return texts;
}
