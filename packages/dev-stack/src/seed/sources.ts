import type { ClaimType, LocalText, SourceParticipant } from '@grondslag/protocol';
import { g } from '@grondslag/vocab';
import type { StackState } from '../stack-state.ts';

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
    name: {
      nl: 'Diplomaregister (voorbeeld)',
      en: 'Diploma register (sample)',
      fr: 'Registre des diplômes (exemple)',
      de: 'Diplomregister (Beispiel)',
    },
    claimTypes: [g.DiplomaCredential],
    known: true,
  },
  {
    slug: 'inkomensregister',
    name: {
      nl: 'Inkomensregister (voorbeeld)',
      en: 'Income register (sample)',
      fr: 'Registre des revenus (exemple)',
      de: 'Einkommensregister (Beispiel)',
    },
    claimTypes: [g.IncomeCredential],
    known: true,
  },
  {
    slug: 'adresregister',
    name: {
      nl: 'Adresregister (voorbeeld)',
      en: 'Address register (sample)',
      fr: 'Registre des adresses (exemple)',
      de: 'Adressregister (Beispiel)',
    },
    claimTypes: [g.ResidenceCredential],
    known: true,
  },
  {
    slug: 'gezinsregister',
    name: {
      nl: 'Gezinsregister (voorbeeld)',
      en: 'Household register (sample)',
      fr: 'Registre des ménages (exemple)',
      de: 'Haushaltsregister (Beispiel)',
    },
    claimTypes: [g.HouseholdCredential],
    known: true,
  },
  {
    slug: 'werkregister',
    name: {
      nl: 'Werkregister (voorbeeld)',
      en: 'Employment register (sample)',
      fr: 'Registre des emplois (exemple)',
      de: 'Arbeitsregister (Beispiel)',
    },
    claimTypes: [g.EmploymentCredential],
    known: true,
  },
  {
    slug: 'instituut-nergens',
    name: {
      nl: 'Instituut Nergens',
      en: 'Institute Nowhere',
      fr: 'Institut Nulle Part',
      de: 'Institut Nirgendwo',
    },
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

/** Verification method of a source: for its facts as a whole, or for parts of them. */
export function sourceKeyId(sources: string, slug: string, of: 'whole' | 'parts'): string {
  return `${sourceId(sources, slug)}#key-${of === 'whole' ? 1 : 2}`;
}

/** Verification methods of a source, with their public keys. */
export function publicKeys(
  sources: string,
  { slug, publicKeyMultibase, forParts }: Omit<StackState['sourceKeys'][number], 'privateKeyJwk'>,
): SourceParticipant['keys'] {
  return {
    [sourceKeyId(sources, slug, 'whole')]: publicKeyMultibase,
    [sourceKeyId(sources, slug, 'parts')]: forParts.publicKeyMultibase,
  };
}

/** What the authority publishes about a source. */
export function sourceParticipant(
  sources: string,
  { slug, name, claimTypes }: SourceProfile,
  { keys, webId }: { readonly keys: SourceParticipant['keys']; readonly webId: string },
): SourceParticipant {
  const id = sourceId(sources, slug);
  return {
    id,
    webId,
    name,
    claimTypes: [...claimTypes],
    keys,
    statusLists: `${id}/status/`,
    statusPurposes: Object.fromEntries(claimTypes.map((type) => [type, ['revocation']])),
  };
}
