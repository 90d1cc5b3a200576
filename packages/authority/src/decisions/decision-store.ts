import type { DecisionRecord } from '@grondslag/legal-basis';

/** A decision about an agency and a citizen. */
export interface DecisionEntry {
  readonly id: string;
  /** Id of the credential it is about; absent when there is none. */
  readonly credential?: string;
  readonly agency: string;
  readonly citizen: string;
  readonly record: DecisionRecord;
}

/** Every decision with the rule that decided; none is changed or removed. */
export interface DecisionStore {
  add(entry: DecisionEntry): Promise<void>;
  /** About one credential, oldest first. */
  list(credential: string): Promise<readonly DecisionRecord[]>;
}
