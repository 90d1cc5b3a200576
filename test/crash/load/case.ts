import type { CorrectionStepKind } from '@grondslag/legal-basis';
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
  /** Of an error in its fact, made while the agency held access. */
  report?: Report;
}

/** A report of an error, and what its source did; only the last step may be without an answer. */
export interface Report {
  readonly key: string;
  /** Known once it is acknowledged. */
  id?: string;
  readonly steps: { readonly kind: CorrectionStepKind; progress: Progress }[];
}

/** A report that its source has not answered. */
export function isOpen(report: Report | undefined): report is Report & { readonly id: string } {
  return report?.id !== undefined && !report.steps.some(({ kind }) => kind !== 'in-examination');
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
