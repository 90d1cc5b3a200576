import type {
  Correction,
  CorrectionFilter,
  CorrectionState,
  CorrectionStep,
} from '@grondslag/legal-basis';

/** Where reports of errors live, with what their sources did. Nothing is changed or removed. */
export interface CorrectionStore {
  /**
   * Adds it and tells the citizen, the source (`sourceWebId`) and the agencies that read what is disputed or may, in one
   * transaction; of what an agency reports these are told once it is corrected, and the reporter at each step.
   * `pending`: another report of this fact by the same reporter waits for its source. `too-many`: of this citizen the
   * reporter has as many open reports as anybody may have.
   */
  add(correction: Correction, sourceWebId: string): Promise<'added' | 'pending' | 'too-many'>;
  /**
   * Adds a step to one that is still in the state `from`, and tells citizen and source; a rejection also the agencies
   * that read what is disputed or may, a correction all that read any of the fact or may (Article 19 GDPR). Resolves to `false` when it is in another state by now.
   */
  addStep(
    correction: Omit<Correction, 'steps'>,
    from: CorrectionState,
    step: CorrectionStep,
    sourceWebId: string,
  ): Promise<boolean>;
  find(id: string): Promise<Correction | undefined>;
  /** Of this citizen, to these sources, or by this agency; newest first. `before` is a whole id. */
  list(
    whose: {
      readonly citizen: string;
      readonly sources: readonly string[];
      readonly agency: string | undefined;
    },
    filter: CorrectionFilter,
  ): Promise<readonly Correction[]>;
  /** Whether this agency was told of it, or may read what is disputed now. */
  mayKnow(correction: Omit<Correction, 'steps'>, agency: string, now: Date): Promise<boolean>;
  /** Open ones that these citizens made and the agency may know of, newest first. */
  listDisputed(
    citizens: readonly string[],
    agency: string,
    now: Date,
  ): Promise<readonly Correction[]>;
}
