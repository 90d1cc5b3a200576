import type { RightsRequest } from '@grondslag/legal-basis';

/** What an agency does with a request, each once. */
export type RightsRequestStep =
  | { readonly kind: 'extension'; readonly body: NonNullable<RightsRequest['extension']> }
  | { readonly kind: 'answer'; readonly body: NonNullable<RightsRequest['answer']> };

/** Where requests by a right live, with what was done with them. Nothing is changed or removed. */
export interface RightsRequestStore {
  /** `false`: another one by the same right about the same waits for an answer. */
  add(request: RightsRequest): Promise<boolean>;
  /** `taken`: there is an answer, or this was done before. */
  addStep(request: RightsRequest, step: RightsRequestStep): Promise<'added' | 'taken'>;
  find(id: string): Promise<RightsRequest | undefined>;
  /** In which this person or agency takes part, newest first. */
  list(participant: string): Promise<readonly RightsRequest[]>;
}
