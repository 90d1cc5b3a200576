import type { CitizenSubjects } from '../claim/citizen-subjects.ts';
import type { ClaimVerification, LeftOut, VerifiedClaim } from '../claim/verified-claim.ts';
import type { CredentialToVerify, ThreadOutcome } from './messages.ts';

// Between threads, an object costs each of its members by name, on both sides. Lists of one member each cost the values.

/** Credentials as lists of their members. Where they were read stays behind. */
export interface CredentialColumns {
  readonly texts: readonly string[];
  readonly citizens: readonly (string | CitizenSubjects)[];
}

/** What is said of few claims: all else. */
type Seldom = Partial<VerifiedClaim>;

/** Outcomes, those that are verified as lists of their members. Instants are in milliseconds, `NaN` for none. */
export interface OutcomeColumns {
  /** In the order of the credentials; `undefined` for one that is verified. */
  readonly others: readonly (LeftOut | string | undefined)[];
  readonly canonical: readonly string[];
  readonly graph: readonly string[];
  readonly credential: readonly string[];
  readonly claimType: readonly string[];
  readonly source: readonly VerifiedClaim['source'][];
  readonly subject: readonly string[];
  readonly fact: readonly VerifiedClaim['fact'][];
  readonly seldom: readonly (Seldom | undefined)[];
  readonly validFrom: Float64Array;
  readonly validUntil: Float64Array;
  readonly statusCheckedAt: Float64Array;
}

export function toCredentialColumns(credentials: readonly CredentialToVerify[]): CredentialColumns {
  return {
    texts: credentials.map(({ text }) => text),
    citizens: credentials.map(({ citizen }) => citizen),
  };
}

export function toOutcomeColumns(outcomes: readonly ThreadOutcome[]): OutcomeColumns {
  const claims: VerifiedClaim[] = [];
  const others = outcomes.map((outcome) => {
    if (typeof outcome === 'string') return outcome;
    if (!outcome.verified) return outcome.leftOut;
    claims.push(outcome.claim);
    return undefined;
  });
  const instants = (of: (claim: VerifiedClaim) => Date | undefined) =>
    Float64Array.from(claims, (claim) => of(claim)?.getTime() ?? Number.NaN);
  return {
    others,
    canonical: claims.map(({ canonical }) => canonical),
    graph: claims.map(({ graph }) => graph),
    credential: claims.map(({ credential }) => credential),
    claimType: claims.map(({ claimType }) => claimType),
    source: claims.map(({ source }) => source),
    subject: claims.map(({ subject }) => subject),
    fact: claims.map(({ fact }) => fact),
    seldom: claims.map(seldomOf),
    validFrom: instants(({ validFrom }) => validFrom),
    validUntil: instants(({ validUntil }) => validUntil),
    statusCheckedAt: instants(({ statusCheckedAt }) => statusCheckedAt),
  };
}

function seldomOf(claim: VerifiedClaim): Seldom | undefined {
  const { resource, graph, canonical, credential, claimType, source, subject, fact, ...more } =
    claim;
  const { validFrom, validUntil, holdsAt, statusCheckedAt, ...seldom } = more;
  return Object.keys(seldom).length > 0 ? seldom : undefined;
}

/** @param at the instant all of them were judged for */
export function fromOutcomeColumns(
  columns: OutcomeColumns,
  credentials: readonly CredentialToVerify[],
  at: Date,
): ThreadOutcome[] {
  let next = 0;
  return columns.others.map((other, place): ThreadOutcome => {
    const resource = credentials[place]?.resource ?? '';
    if (other === undefined)
      return { verified: true, claim: claimAt(columns, next++, resource, at) };
    if (typeof other === 'string') return other;
    return { verified: false, leftOut: { ...other, resource } } satisfies ClaimVerification;
  });
}

function claimAt(columns: OutcomeColumns, place: number, resource: string, at: Date) {
  const { canonical, graph, credential, claimType, source, subject, fact } = columns;
  const validUntil = columns.validUntil[place] as number;
  const seldom = columns.seldom[place];
  const claim: VerifiedClaim = {
    resource,
    graph: graph[place] as string,
    canonical: canonical[place] as string,
    credential: credential[place] as string,
    claimType: claimType[place] as string,
    source: source[place] as VerifiedClaim['source'],
    subject: subject[place] as string,
    fact: fact[place] as VerifiedClaim['fact'],
    validFrom: new Date(columns.validFrom[place] as number),
    ...(!Number.isNaN(validUntil) && { validUntil: new Date(validUntil) }),
    holdsAt: at,
    statusCheckedAt: new Date(columns.statusCheckedAt[place] as number),
  };
  return seldom ? { ...claim, ...seldom } : claim;
}
