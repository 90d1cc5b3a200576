import type { AccessRequest } from '@grondslag/protocol';
import { useState } from 'react';
import { useCitizen } from '../services.tsx';
import { findDraft, forgetDraft, keepDraft } from './keep-draft.ts';
import { type Draft, emptyDraft } from './steps.ts';

/** The choices for one question, kept in this tab until they are sent. */
export function useDraft(request: AccessRequest) {
  const citizen = useCitizen();
  const [found] = useState(() => findDraft(sessionStorage, citizen, request, new Date()));
  const [draft, setDraft] = useState<Draft>(found ?? emptyDraft);
  const [isRestored, setRestored] = useState(found !== undefined);
  return {
    draft,
    /** Whether this is what was chosen before, and nothing was done with it since. */
    isRestored,
    /** The citizen goes on with it. */
    goOn: () => setRestored(false),
    choose(next: Draft) {
      setDraft(next);
      setRestored(false);
      keepDraft(sessionStorage, citizen, request, next);
    },
    forget: () => forgetDraft(sessionStorage, request),
    beginAnew() {
      setDraft(emptyDraft);
      setRestored(false);
      forgetDraft(sessionStorage, request);
    },
  };
}
