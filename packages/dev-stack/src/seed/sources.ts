import type { ClaimType, LocalText, SourceParticipant } from '@grondslag/protocol';
import { g } from '@grondslag/vocab';

/** A synthetic source: not a real register, and no real register looks like it. */
export interface SourceProfile {
  /** Path segment and key name. */
  readonly slug: string;
  readonly name: LocalText;
  readonly claimTypes: readonly ClaimType[];
  /** Whether the authority lists it; one source in the demo is a stranger. */
  readonly known: boolean;
}

export const sourceProfiles = [
  {
    slug: 'diplomaregister',
    name: { nl: 'Diplomaregister (voorbeeld)', en: 'Diploma register (sample)' },
    claimTypes: [g.DiplomaCredential],
    known: true,
  },
  {
    slug: 'inkomensregister',
    name: { nl: 'Inkomensregister (voorbeeld)', en: 'Income register (sample)' },
    claimTypes: [g.IncomeCredential],
    known: true,
  },
  {
    slug: 'adresregister',
    name: { nl: 'Adresregister (voorbeeld)', en: 'Address register (sample)' },
    claimTypes: [g.ResidenceCredential],
    known: true,
  },
  {
    slug: 'gezinsregister',
    name: { nl: 'Gezinsregister (voorbeeld)', en: 'Household register (sample)' },
    claimTypes: [g.HouseholdCredential],
    known: true,
  },
  {
    slug: 'instituut-nergens',
    name: { nl: 'Instituut Nergens', en: 'Institute Nowhere' },
    claimTypes: [g.DiplomaCredential],
    known: false,
  },
] as const satisfies readonly SourceProfile[];

export type SourceSlug = (typeof sourceProfiles)[number]['slug'];

/** Those in the register: no other can place facts in a vault. */
export const placingSources = sourceProfiles.filter(({ known }) => known);

/** `issuer` of what a source signs. */
export function sourceId(sources: string, slug: string): string {
  return new URL(slug, sources).href;
}

/** What the authority publishes about a source. */
export function sourceParticipant(
  sources: string,
  { slug, name, claimTypes }: SourceProfile,
  { publicKeyMultibase, webId }: { readonly publicKeyMultibase: string; readonly webId: string },
): SourceParticipant {
  const id = sourceId(sources, slug);
  return {
    id,
    webId,
    name,
    claimTypes: [...claimTypes],
    keys: { [`${id}#key-1`]: publicKeyMultibase },
    statusLists: `${id}/status/`,
  };
}
