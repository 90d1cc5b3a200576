import type { LeftOut, NarrowedClaim } from '@grondslag/claims';
import type { Answer } from '@grondslag/claims/query';
import type { DisputedFact } from '@grondslag/legal-basis';
import type { AccessGrant, AccessRequest, Need, OtherRoute } from '@grondslag/protocol';
import type { NoAccessReason } from './errors.ts';
import type { NoVaultReason } from './find-vault.ts';
import type { IncompleteFact, TypedFact } from './kinds/typed-fact.ts';
import type { Refused } from './legal-basis/refused.ts';

/** What came of asking. Every outcome but the good one carries the other route: it is never a dead end. */
export type RequestOutcome =
  | { readonly status: 'requested'; readonly request: AccessRequest }
  | {
      readonly status: 'no-vault';
      readonly reason: NoVaultReason;
      readonly otherRoute: OtherRoute;
    }
  /** A rule of legal bases stands in the way, such as `consent_not_free`; the citizen was not asked. */
  | (Refused & { readonly otherRoute: OtherRoute });

/** What the citizen decided, or that there is no decision. */
export type DecisionOutcome =
  | {
      readonly status: 'granted';
      readonly grant: AccessGrant;
      /** Needs of the request of which nothing was granted. */
      readonly notGranted: readonly Need[];
    }
  | {
      readonly status: 'denied';
      /** In the citizen's own words, if they gave one. Plain text. */
      readonly reason?: string;
      readonly otherRoute: OtherRoute;
    }
  /** Not decided within `timeoutSeconds`; waiting again is fine. */
  | { readonly status: 'pending'; readonly otherRoute: OtherRoute }
  | { readonly status: 'expired'; readonly otherRoute: OtherRoute }
  /** This agency took the request back. */
  | { readonly status: 'canceled'; readonly otherRoute: OtherRoute };

/** What came of reading. */
export type ReadOutcome =
  | {
      readonly status: 'read';
      readonly answer: Answer;
      /** The claims the answer rests on, each with its provenance; under lawful access with the fields the mandate names. */
      readonly claims: readonly NarrowedClaim[];
      /** What was found and not used, and why. Without the facts: they may not be used. */
      readonly leftOut: readonly LeftOut[];
      /**
       * Those of `claims` that the citizen disputes and the source has not answered yet: verified, and perhaps wrong. Do
       * not decide on them alone (Articles 5(1)(d) and 18(1)(a) GDPR).
       */
      readonly disputed: readonly DisputedFact[];
    }
  /** There was access, but nothing that could be verified. */
  | {
      readonly status: 'not-verified';
      readonly leftOut: readonly LeftOut[];
      readonly otherRoute: OtherRoute;
    }
  | {
      readonly status: 'no-access';
      readonly reason: NoAccessReason;
      /** For the agency's own people; names no citizen. */
      readonly detail: string;
      readonly otherRoute: OtherRoute;
    }
  /** The authority shows this agency no such grant: of another agency, or never given. There is no request to it. */
  | {
      readonly status: 'no-access';
      readonly reason: 'unknown-grant';
      readonly detail: string;
      readonly otherRoute?: undefined;
    };

/** What came of reading facts of one kind. */
export type FactsOutcome<Values> =
  | {
      readonly status: 'read';
      /** One at least, each with all fields that its kind always has. */
      readonly facts: readonly [TypedFact<Values>, ...TypedFact<Values>[]];
      /** Verified too, and without some of these fields. */
      readonly incomplete: readonly IncompleteFact<Values>[];
      /** The same facts as they were verified. */
      readonly claims: readonly NarrowedClaim[];
      /** What was found and not used, and why. Without the facts: they may not be used. */
      readonly leftOut: readonly LeftOut[];
      /** Those of `claims` that the citizen disputes, as in {@link ReadOutcome}: do not decide on them alone. */
      readonly disputed: readonly DisputedFact[];
    }
  /** There was access, but no whole fact of this kind that could be verified. */
  | {
      readonly status: 'not-verified';
      readonly incomplete: readonly IncompleteFact<Values>[];
      readonly leftOut: readonly LeftOut[];
      readonly otherRoute: OtherRoute;
    }
  | Extract<ReadOutcome, { readonly status: 'no-access' }>;
