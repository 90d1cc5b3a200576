import type { Mandate, MandateStep } from '@grondslag/legal-basis';
import type { AddVersionOutcome } from '../register/register-store.ts';

/** Where mandates live, with the steps taken. Nothing is changed or removed. */
export interface MandateStore {
  /** Adds version 1, or the next of a mandate of the same agency; of concurrent calls one is `added`. */
  add(mandate: Mandate, at: Date): Promise<AddVersionOutcome>;
  /** Adds the step after `mandate.steps`; resolves to `false` when somebody else added one. */
  addStep(mandate: Mandate, step: MandateStep): Promise<boolean>;
  find(id: string, version: number): Promise<Mandate | undefined>;
  /** All versions, the newest first. */
  findVersions(id: string): Promise<readonly Mandate[]>;
  /** All versions of all mandates, the newest mandate and version first. */
  list(agency?: string): Promise<readonly Mandate[]>;
}
