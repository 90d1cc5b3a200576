import type { NewParticipant, Participant, ProcessingActivity } from '@grondslag/legal-basis';

export type Admission = Participant['admissions'][number];

/** How adding a version went; everything but `added` means that nothing was stored. */
export type AddVersionOutcome = 'added' | 'not_next_version' | 'of_another';

/** Where the register of participants and their processing activities lives. Nothing in it is changed or removed. */
export interface RegisterStore {
  /** What is said of a participant from now on; what was said before stays on record. */
  recordParticipant(participant: NewParticipant, by: string, at: Date): Promise<void>;
  /** Resolves to `false` when nothing was said of this participant yet. */
  admit(webId: string, admission: Admission, by: string): Promise<boolean>;
  /** Resolves to `undefined` before the first decision about it. */
  findParticipant(webId: string): Promise<Participant | undefined>;
  /** All about whom something was decided, by WebID. */
  listParticipants(): Promise<readonly Participant[]>;
  /** Adds version 1 of a new activity, or the next of one of the same controller; of concurrent calls one is `added`. */
  addActivity(activity: ProcessingActivity, at: Date): Promise<AddVersionOutcome>;
  /** All versions, the newest first. */
  findActivity(id: string): Promise<readonly ProcessingActivity[]>;
  /** By id, and the newest version first. */
  listActivities(filter: {
    readonly controller?: string;
    readonly id?: string;
  }): Promise<readonly ProcessingActivity[]>;
}
