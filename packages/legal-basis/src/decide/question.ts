import type { DataNeed, Sensitivity } from '../activities/data-need.ts';
import type { ProcessingActivity } from '../activities/processing-activity.ts';
import type { LawRegister } from '../law/law-register.ts';
import type { Official } from '../law/official.ts';
import type { EmergencyReview } from '../lawful-access/emergency-review.ts';
import type { Mandate } from '../mandates/mandate.ts';
import type { Objection } from '../objections/objection.ts';
import type { Participant } from '../participants/participant.ts';

/** What a named officer confirms before a public body asks for consent, point by point. */
export interface ConsentGate {
  /** The citizen may refuse with no disadvantage, and the other route is named. */
  readonly refusalCostsNothing: boolean;
  /** No law already obliges or empowers the reading. */
  readonly noLawCoversIt: boolean;
  /** In the citizen's own interest, or at the citizen's request. */
  readonly inOwnInterest: boolean;
  /** One purpose, not bundled with a decision on a benefit. */
  readonly onePurpose: boolean;
  /** Withdrawing is as easy as giving, on screen and on paper. */
  readonly easyToWithdraw: boolean;
  /** The advice of the data protection officer is attached. */
  readonly adviceAttached: boolean;
  readonly confirmedBy: Official;
}

/** Emergency access: what is written down before anything opens. */
export interface BreakGlass {
  readonly danger: string;
  readonly whyNoOtherBasis: string;
  readonly officials: readonly Official[];
  /** Whether somebody else reviews the use within days. */
  readonly reviewAfterwards: boolean;
  readonly minutes: number;
  /** Of what is asked: the review of an earlier emergency of this agency is overdue. */
  readonly reviewOverdue?: boolean;
  /** Of access that exists: what its review found. */
  readonly reviewed?: EmergencyReview['outcome'];
}

/** What is asked, whoever asks. */
export interface Ask {
  /** `eu-gdpr:A6-1-*`. */
  readonly basis: string;
  /** WebIDs. */
  readonly agency: string;
  readonly citizen: string;
  /** As a DPV term. */
  readonly purpose: string;
  readonly dataNeeds: readonly DataNeed[];
  readonly until: Date;
  /** Whether all of it lies where only sources write. */
  readonly placedBySource: boolean;
  readonly consentGate?: ConsentGate;
  /** Contract of the citizen, or request by the citizen. */
  readonly contract?: string;
  readonly breakGlass?: BreakGlass;
}

/** An objection with what it is against. */
export interface ObjectionInContext {
  readonly objection: Objection;
  readonly purpose: string;
  readonly dataNeeds: readonly Pick<DataNeed, 'claimType' | 'fields'>[];
}

/** What the citizen decided before about the same agency. */
export interface EarlierDecision {
  readonly kind: 'grant' | 'denial';
  readonly purpose: string;
  readonly dataNeeds: readonly Pick<DataNeed, 'claimType' | 'fields'>[];
  /** Of a grant: whether it still holds. */
  readonly until?: Date;
}

/** Everything a decision depends on. */
export interface Question {
  readonly now: Date;
  readonly ask: Ask;
  readonly participant: Participant | undefined;
  /** The version that holds now of the activity that is named. */
  readonly activity: ProcessingActivity | undefined;
  /** The mandate that is named. */
  readonly mandate: Mandate | undefined;
  /** Published mandates of the same agency. */
  readonly mandates: readonly Mandate[];
  /** Of this citizen, against this agency. */
  readonly objections: readonly ObjectionInContext[];
  /** Of this citizen, for this agency. */
  readonly earlier: readonly EarlierDecision[];
  readonly laws: LawRegister;
  /** What kinds of fact are known for, beside what a need says of itself. */
  readonly sensitivitiesOf: (
    need: Pick<DataNeed, 'claimType' | 'fields'>,
  ) => readonly Sensitivity[];
  /** What happens to a consent request that asks more than is registered. */
  readonly moreThanRegistered: 'refuse' | 'warn';
}
