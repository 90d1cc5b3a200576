import type { LeftOutReason, StatusMessage } from '@grondslag/claims';
import { factKinds } from '@grondslag/vocab/fact-kinds';
import type { PlainKey, Words } from '../i18n/words.ts';
import { plainWords } from '../ui/plain-words.ts';
import type { FactView } from './fact-view.ts';
import { knownFactPhrase } from './shown-fact.ts';
import { claimTypeAt, themeOf } from './themes.ts';

/** What a source says about a fact beside that it holds: its own words, or that there is something. */
export function messageLines(messages: readonly StatusMessage[], { text }: Words): string[] {
  return messages.map(({ purpose, message }) => {
    if (message !== undefined) return plainWords(message, 200);
    return text(purpose === 'refresh' ? 'facts.newerVersion' : 'facts.unsaid');
  });
}

/** A resource in the middle of a sentence: "uw inkomen over 2025", or its theme when it is not known. */
export function factPhrase(resource: string, view: FactView | undefined, words: Words): string {
  const known = knownFactPhrase(view?.fact, words);
  if (known !== undefined) return known;
  const kind = factKinds.kinds[claimTypeAt(resource) ?? ''];
  if (kind && resource.endsWith('/')) return kind.listPhrase[words.language];
  return factKinds.themes[themeOf(resource)]?.phrase[words.language] ?? words.text('phrase.other');
}

const malformed = { mark: 'facts.notVerified', why: 'leftOut.malformed' } as const;
const reasons = {
  not_found: { mark: 'facts.notVerified', why: 'leftOut.unreadable' },
  not_readable: { mark: 'facts.notVerified', why: 'leftOut.unreadable' },
  too_large: malformed,
  not_json: malformed,
  not_a_credential: malformed,
  unknown_context: malformed,
  unknown_claim: malformed,
  unsupported_suite: malformed,
  invalid_proof: { mark: 'facts.notVerified', why: 'leftOut.tampered' },
  unknown_issuer: { mark: 'mark.unknownSource', why: 'leftOut.unknownSource' },
  issuer_not_trusted_for_claim: { mark: 'facts.notVerified', why: 'leftOut.wrongSource' },
  wrong_subject: { mark: 'facts.notVerified', why: 'leftOut.notYours' },
  trust_unknown: { mark: 'mark.statusUnknown', why: 'leftOut.trustUnknown' },
  not_yet_valid: { mark: 'mark.notYet', why: 'leftOut.notYet' },
  expired: { mark: 'mark.outOfDate', why: 'leftOut.outOfDate' },
  too_old: { mark: 'mark.tooOld', why: 'leftOut.tooOld' },
  suspended: { mark: 'mark.suspended', why: 'leftOut.suspended' },
  revoked: { mark: 'mark.revoked', why: 'leftOut.revoked' },
  status_missing: { mark: 'facts.notVerified', why: 'leftOut.incomplete' },
  status_unknown: { mark: 'mark.statusUnknown', why: 'leftOut.statusUnknown' },
} as const satisfies Record<LeftOutReason, Unverified>;

/** A fact that is not verified: the short mark, and why with what to do. */
export interface Unverified {
  readonly mark: PlainKey;
  readonly why: PlainKey;
}

/** How to say that a fact is not verified; `isShown` when what it says is shown all the same. */
export function explainLeftOut(reason: LeftOutReason, isShown = false): Unverified {
  if (reason === 'unknown_claim' && isShown) {
    return { mark: 'mark.unknownKind', why: 'leftOut.unknownKind' };
  }
  return reasons[reason];
}
