import type { StatusMessage } from '../status/check-status.ts';
import type { StatusProblem } from '../status/status-problem.ts';
import type { ClaimSource } from '../trust/find-trusted.ts';
import type { Fact, PartOfFact } from './fact.ts';
import type { LeftOutReason } from './reasons.ts';

/** A fact of which everything has been checked: proof, source, kind, subject, dates and status. */
export interface VerifiedClaim {
  /** Where it was read. */
  readonly resource: string;
  /** `urn:sha256:` and the hash of `canonical`. */
  readonly graph: string;
  /** The N-Quads under the signature. */
  readonly canonical: string;
  /** `id` of the credential: what its source calls it. */
  readonly credential: string;
  /** The kind of claim: the type of its credential beside `VerifiableCredential`. */
  readonly claimType: string;
  readonly source: ClaimSource;
  /** Whom it is about, as signed: the WebID of the citizen, or a subject linked to it. */
  readonly subject: string;
  readonly fact: Fact;
  readonly validFrom: Date;
  readonly validUntil?: Date;
  /** The instant everything was judged for: it held then. Status is as of `statusCheckedAt`, not later. */
  readonly holdsAt: Date;
  /** When the status list that was looked in had been fetched. */
  readonly statusCheckedAt: Date;
  /** What its source says about it beside that it holds; to be shown to who decides. */
  readonly statusMessages?: readonly StatusMessage[];
  /** Its source signed it so that the holder can show some of its fields and leave out others. */
  readonly divisible?: true;
  /** It came under a proof of the fields that are shown: there may be others, which were left out before it came. */
  readonly derived?: true;
}

/** A verified claim, perhaps without all of its fields. */
export type NarrowedClaim = Omit<VerifiedClaim, 'fact'> & { readonly fact: PartOfFact };

/** Something that was read, or should have been, and is not used. */
export interface LeftOut {
  readonly resource: string;
  readonly reason: LeftOutReason;
  /** The instant it was judged for; absent when it never came that far: it was not read. */
  readonly holdsAt?: Date;
  /** For developers; no personal data. */
  readonly detail?: string;
  /** Of `status_unknown`: the error of the standard. */
  readonly statusProblem?: StatusProblem;
  /** The source, once the proof held. */
  readonly source?: ClaimSource;
  /** `id` of the credential as signed, once the proof held: with it, its source knows which one is meant. */
  readonly credential?: string;
  /** Its type as signed, once the proof held, when it has one beside `VerifiableCredential`. */
  readonly claimType?: string;
  /** What it said, whole, once the proof held and it is about the citizen: to show to the citizen, not to use. */
  readonly fact?: Fact;
  /** Of `fact`: its source signed it so that some of its fields can be shown. */
  readonly divisible?: true;
}

export type ClaimVerification<Claim extends NarrowedClaim = VerifiedClaim> =
  | { readonly verified: true; readonly claim: Claim }
  | { readonly verified: false; readonly leftOut: LeftOut };

/** Why something is left out, before it is said where it was read and for which instant. */
export type Left = Omit<LeftOut, 'resource' | 'holdsAt'>;
