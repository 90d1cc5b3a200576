import type { Fact, LeftOut, LeftOutReason, StatusMessage, VerifiedClaim } from '@grondslag/claims';
import { plainWords } from '../ui/plain-words.ts';
import { kindOf, valuesOf } from './shown-fact.ts';
import { themeOf } from './themes.ts';

/** Who stated a fact and what that source calls it: to report an error in it. */
export interface Origin {
  /** `id` of the source. */
  readonly source: string;
  /** `id` of the credential. */
  readonly credential: string;
  readonly claimType: string;
}

/** One fact of the vault, as it is shown. */
export interface FactView {
  readonly resource: string;
  readonly theme: string;
  /** What it says. Absent when its proof did not hold: then it may say anything. */
  readonly fact?: Fact;
  /** Who says so; absent when that is not sure. Dutch name and others. */
  readonly source?: { readonly nl: string; readonly en?: string };
  /** Absent when nobody who may say this surely did. */
  readonly origin?: Origin;
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

/** Names of the fields of a fact, in the order in which they are shown. */
export function fieldsOf(fact: Fact | undefined): readonly string[] {
  const values = valuesOf(fact);
  const shown = kindOf(fact)?.[1].fields.map(({ name }) => name) ?? [...values.keys()];
  return shown.filter((name) => values.has(name));
}

/** Vault servers make parts of kinds of fact that have a shape. */
export function canDivide({ fact, divisible }: Pick<LeftOut, 'fact' | 'divisible'>): boolean {
  return divisible === true && kindOf(fact) !== undefined;
}

/** A verified claim, as it is shown to the citizen it is about. */
export function viewOfClaim(claim: VerifiedClaim, citizen: string): FactView {
  return {
    resource: claim.resource,
    theme: themeOf(claim.resource),
    fact: claim.fact,
    source: claim.source.name,
    origin: {
      source: claim.source.id,
      credential: claim.credential,
      claimType: claim.claimType,
    },
    validFrom: claim.validFrom,
    ...(claim.validUntil && { validUntil: claim.validUntil }),
    ...(claim.statusMessages && { messages: claim.statusMessages }),
    ...(canDivide(claim) && { isDivisible: true }),
    ...(claim.subject !== citizen && { isLinked: true }),
    check: { verified: true, at: claim.statusCheckedAt },
  };
}

/** Something that is not used, as it is shown to the citizen. */
export function viewOfLeftOut(left: LeftOut): FactView {
  const { resource, reason, source, fact } = left;
  const origin = originOf(left);
  return {
    resource,
    theme: themeOf(resource),
    ...(fact && { fact }),
    ...(source && { source: source.name }),
    ...(origin && { origin }),
    ...(canDivide(left) && { isDivisible: true }),
    check: { verified: false, reason },
  };
}

/** Whom to report an error to: a source that is believed signed it, and it is for that source to say. */
function originOf({ reason, source, credential, claimType }: LeftOut): Origin | undefined {
  if (reason === 'issuer_not_trusted_for_claim') return undefined;
  if (source === undefined || credential === undefined || claimType === undefined) return undefined;
  return { source: source.id, credential, claimType };
}

/**
 * Whether it makes sense to share a fact: it is verified, or only the check of today did not work.
 * Anything else no agency would accept.
 */
export function canShare({ check }: FactView): boolean {
  return check.verified || check.reason === 'status_unknown';
}

/** Last part of the address of a file, readable. */
export function fileName(resource: string): string {
  return readablePath(resource).replace(/^.*\//, '');
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
