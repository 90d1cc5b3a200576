import type { Objection, ObjectionInContext } from '@grondslag/legal-basis';
import type { StatusDecision } from '../lawful-access/lawful-access-store.ts';
import type { NewNotice } from '../notices/notice-store.ts';

/** What an agency does with an objection, each once. */
export type ObjectionStep =
  | { readonly kind: 'exception'; readonly body: NonNullable<Objection['exception']> }
  | { readonly kind: 'extension'; readonly body: NonNullable<Objection['extension']> }
  | { readonly kind: 'answer'; readonly body: NonNullable<Objection['answer']> };

/** Where objections live, with what was done with them. Nothing is changed or removed. */
export interface ObjectionStore {
  /**
   * Adds it and suspends the access, in one transaction. Resolves to `false` when another one against the same access
   * waits for an answer.
   */
  add(
    objection: Objection,
    notice: NewNotice,
    suspension: Omit<StatusDecision, 'change'>,
  ): Promise<boolean>;
  /** `taken`: there is an answer, or this was done before. */
  addStep(objection: Objection, step: ObjectionStep, notice: NewNotice): Promise<'added' | 'taken'>;
  find(id: string): Promise<Objection | undefined>;
  /** In which this person or agency takes part, newest first. */
  list(participant: string): Promise<readonly Objection[]>;
  /** Against one access, newest first. */
  listAgainst(access: string): Promise<readonly Objection[]>;
  /** Of a citizen against an agency, with what the access was for. */
  listInContext(citizen: string, agency: string): Promise<readonly ObjectionInContext[]>;
}
