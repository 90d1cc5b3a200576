import type { CredentialStatusChange } from '@grondslag/protocol';
import type { Person } from '../world/person.ts';

/** How far something came: asked for and perhaps done, or acknowledged by the authority. */
export type Progress = 'asked' | 'acknowledged';

export type DecisionKind = 'SolidAccessGrant' | 'SolidAccessDenial';

/** One request and all that came of it, as its client knows it. */
export interface Case {
  readonly agency: Person;
  readonly citizen: Person;
  /** Asked for in this case and in no other. */
  readonly resource: string;
  /** Id of the request; only a request that was acknowledged makes a case. */
  readonly request: string;
  cancellation?: Progress;
  decision?: Decision;
  /** Of its grant, in order; only the last may be without an answer. */
  readonly changes: Change[];
  /** Ids of the records of reads that were sent. */
  readonly reads: Map<string, Progress>;
}

/** A withdrawal, or a suspension or its end. */
export interface Change {
  readonly kind: CredentialStatusChange['change'];
  progress: Progress;
}

export interface Decision {
  readonly kind: DecisionKind;
  /** Known once it is acknowledged. */
  id?: string;
}
