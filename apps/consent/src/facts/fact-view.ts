import type {
  Fact,
  KnownFact,
  LeftOut,
  LeftOutReason,
  StatusMessage,
  VerifiedClaim,
} from '@grondslag/claims';
import { type ClaimType, factContainers } from '@grondslag/protocol';
import { g } from '@grondslag/vocab';
import { plainWords } from '../ui/plain-words.ts';

/** Subject under which a fact is shown. */
export type Theme = 'study' | 'income' | 'home' | 'household' | 'other';
/** Themes in the order they are shown. */
export const themes: readonly Theme[] = ['study', 'income', 'home', 'household', 'other'];

const themeOfContainer: readonly (readonly [path: string, theme: Theme])[] = [
  [factContainers[g.DiplomaCredential], 'study'],
  [factContainers[g.IncomeCredential], 'income'],
  [factContainers[g.ResidenceCredential], 'home'],
  [factContainers[g.HouseholdCredential], 'household'],
];

/** Theme of a resource, by where it is in the vault. */
export function themeOf(resource: string): Theme {
  const { pathname } = new URL(resource);
  return themeOfContainer.find(([path]) => pathname.includes(`/${path}`))?.[1] ?? 'other';
}

/** One fact of the vault, as it is shown. */
export interface FactView {
  readonly resource: string;
  readonly theme: Theme;
  /** What it says. Absent when its proof did not hold: then it may say anything. */
  readonly fact?: Fact;
  /** Who says so; absent when that is not sure. Dutch name and others. */
  readonly source?: { readonly nl: string; readonly en?: string };
  readonly validFrom?: Date;
  readonly validUntil?: Date;
  /** What its source says about it beside that it holds. */
  readonly messages?: readonly StatusMessage[];
  /** Its source signed it so that parts of it can be shared; otherwise it goes whole or not at all. */
  readonly isDivisible?: true;
  /** It is about the citizen under another name that a source gave. */
  readonly isLinked?: true;
  readonly check:
    | { readonly verified: true; readonly at: Date }
    | { readonly verified: false; readonly reason: LeftOutReason };
}

const kindOfType: Readonly<Record<KnownFact['type'], ClaimType>> = {
  diploma: g.DiplomaCredential,
  income: g.IncomeCredential,
  residence: g.ResidenceCredential,
  household: g.HouseholdCredential,
};

/** Kind of a fact; `undefined` of one that the kit does not know, or that could not be read. */
export function kindOfFact(fact: Fact | undefined): ClaimType | undefined {
  return fact && fact.type !== 'other' ? kindOfType[fact.type] : undefined;
}

/** Names of the fields of a fact. */
export function fieldsOf(fact: Fact | undefined): readonly string[] {
  if (!fact) return [];
  if (fact.type === 'other')
    return Object.keys(fact.values).map((iri) => iri.replace(/^.*[#/]/, ''));
  return Object.keys(fact).filter((name) => name !== 'type');
}

/** Vault servers make parts of the kinds of fact that the kit knows. */
export function canDivide({ fact, divisible }: Pick<LeftOut, 'fact' | 'divisible'>): boolean {
  return divisible === true && kindOfFact(fact) !== undefined;
}

/** A verified claim, as it is shown to the citizen it is about. */
export function viewOfClaim(claim: VerifiedClaim, citizen: string): FactView {
  return {
    resource: claim.resource,
    theme: themeOf(claim.resource),
    fact: claim.fact,
    source: claim.source.name,
    validFrom: claim.validFrom,
    ...(claim.validUntil && { validUntil: claim.validUntil }),
    ...(claim.statusMessages && { messages: claim.statusMessages }),
    ...(canDivide(claim) && { isDivisible: true }),
    ...(claim.subject !== citizen && { isLinked: true }),
    check: { verified: true, at: claim.statusCheckedAt },
  };
}

/**
 * Whether it makes sense to share a fact: it is verified, or only the check of today did not work.
 * Anything else no agency would accept.
 */
export function canShare({ check }: FactView): boolean {
  return check.verified || check.reason === 'status_unknown';
}

/** Path of a resource, readable; not to be used as an address. */
export function readablePath(resource: string): string {
  const { pathname } = new URL(resource);
  try {
    return plainWords(decodeURIComponent(pathname), 200);
  } catch {
    return pathname;
  }
}
