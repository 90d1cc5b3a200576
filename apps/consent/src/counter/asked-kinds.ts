import type { AccessRequest, SharedFields } from '@grondslag/protocol';
import { factKinds } from '@grondslag/vocab/fact-kinds';
import { themeOf } from '../facts/themes.ts';
import { askedFieldsOf, explainedNeeds } from '../requests/asked-fields.ts';
import type { Asked, AskedFact } from '../requests/sort-asked-facts.ts';

/** One need as it is seen without the vault: a kind of fact, and its parts. */
export interface AskedKind {
  /** The container that was asked. */
  readonly resource: string;
  readonly claimType: string;
  /** Parts that are asked. */
  readonly asked: readonly string[];
  /** Those among them that the agency says it cannot do without. */
  readonly needed: readonly string[];
  readonly required: boolean;
  readonly reason: Asked['needs'][number]['reason'];
}

/** What a request asks, kind by kind, required ones first. What it does not explain nobody can decide on here. */
export function askedKinds(request: AccessRequest): readonly AskedKind[] {
  return explainedNeeds(request)
    .filter(({ resource }) => resource.endsWith('/'))
    .map(({ resource, claimType, required, reason }) => {
      const fields = factKinds.kinds[claimType]?.fields.map(({ name }) => name) ?? [];
      return { resource, claimType, required, reason, ...askedFieldsOf(request, resource, fields) };
    })
    .sort((a, b) => Number(b.required) - Number(a.required));
}

/** The same in the shape of the steps on screen: each container in place of the facts that are in it. */
export function asAsked(kinds: readonly AskedKind[], now: Date): Asked {
  return {
    unknown: [],
    needs: kinds.map(({ resource, required, reason, asked, needed }) => {
      const view: AskedFact = {
        ...{ resource, asked, needed, theme: themeOf(resource) },
        check: { verified: true, at: now },
      };
      return {
        ...{ resource, required, unusable: [], above: false, facts: [view] },
        ...(reason && { reason }),
      };
    }),
  };
}

/** The parts of a ticked kind that are shared: all that is asked when it is not in the list. */
export function partsOf(shared: readonly SharedFields[], kind: AskedKind): readonly string[] {
  return shared.find(({ resource }) => resource === kind.resource)?.fields ?? kind.asked;
}

/** The list with these parts of one kind, and no more; a kind of which all that is asked is shared is not in it. */
export function shareParts(
  shared: readonly SharedFields[],
  { resource, claimType, asked }: AskedKind,
  fields: readonly string[],
): readonly SharedFields[] {
  const others = shared.filter((one) => one.resource !== resource);
  const kept = asked.filter((name) => fields.includes(name));
  return kept.length === asked.length ? others : [...others, { resource, claimType, fields: kept }];
}
