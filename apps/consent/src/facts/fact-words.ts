import type { LeftOutReason, StatusMessage } from '@grondslag/claims';
import type { PlainKey, Words } from '../i18n/words.ts';
import { plainWords } from '../ui/plain-words.ts';
import { type FactView, themeOf } from './fact-view.ts';

type Fact = NonNullable<FactView['fact']>;
/** One line of a fact: what it is and what it says. */
export type FactLine = readonly [label: string, value: string];

/** Name of a fact, as a title: "Inkomen over 2025". */
export function factTitle(fact: Fact | undefined, { text }: Words): string {
  switch (fact?.type) {
    case 'diploma':
      return text('fact.diploma.title', { title: plainWords(fact.title, 100) });
    case 'income':
      return text('fact.income.title', { year: String(fact.year) });
    case 'residence':
      return text('fact.residence.title');
    case 'household':
      return text('fact.household.title');
    case 'other':
    case undefined:
      return text('fact.unreadable.title');
  }
}

/** What a fact says, line by line. */
export function factLines(fact: Fact, words: Words): FactLine[] {
  const { text, calendarDay, amount, number } = words;
  switch (fact.type) {
    case 'diploma':
      return [
        [text('fact.diploma.level'), plainWords(fact.level, 100)],
        [text('fact.diploma.institution'), plainWords(fact.institution, 100)],
        [text('fact.diploma.awardedOn'), calendarDay(fact.awardedOn)],
      ];
    case 'income':
      return [[text('fact.income.amount'), amount(fact.amount, fact.currency)]];
    case 'residence':
      return [
        [
          text('fact.residence.street'),
          `${plainWords(fact.street, 100)} ${plainWords(fact.houseNumber, 20)}`,
        ],
        [
          text('fact.residence.city'),
          `${plainWords(fact.postalCode, 20)} ${plainWords(fact.city, 100)}`,
        ],
        [text('fact.residence.since'), calendarDay(fact.since)],
      ];
    case 'household':
      return [
        [text('fact.household.adults'), number(fact.adults)],
        [text('fact.household.children'), number(fact.children)],
        [text('fact.household.since'), calendarDay(fact.since)],
      ];
    // A kind this app has no words for: the names that its source uses.
    case 'other':
      return Object.entries(fact.values).map(([property, value]) => [
        plainWords(property.replace(/^.*[#/]/, ''), 100),
        plainWords(value, 200),
      ]);
  }
}

/** What a source says about a fact beside that it holds: its own words, or that there is something. */
export function messageLines(messages: readonly StatusMessage[], { text }: Words): string[] {
  return messages.map(({ purpose, message }) => {
    if (message !== undefined) return plainWords(message, 200);
    return text(purpose === 'refresh' ? 'facts.newerVersion' : 'facts.unsaid');
  });
}

/** A resource in the middle of a sentence: "uw inkomen over 2025", or its theme when it is not known. */
export function factPhrase(resource: string, view: FactView | undefined, { text }: Words): string {
  const fact = view?.fact;
  switch (fact?.type) {
    case 'diploma':
      return text('phrase.diploma', { title: plainWords(fact.title, 100) });
    case 'income':
      return text('phrase.income', { year: String(fact.year) });
    case 'residence':
      return text('phrase.residence');
    case 'household':
      return text('phrase.household');
    case 'other':
    case undefined: {
      const theme = themeOf(resource);
      if (theme === 'other') return text('phrase.theme.other');
      return text(resource.endsWith('/') ? `phrase.list.${theme}` : `phrase.theme.${theme}`);
    }
  }
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
  status_unknown: { mark: 'mark.statusUnknown', why: 'leftOut.statusUnknown' },
} as const satisfies Record<LeftOutReason, Unverified>;

/** A fact that is not verified: the short mark, and why with what to do. */
export interface Unverified {
  readonly mark: PlainKey;
  readonly why: PlainKey;
}

/** How to say that a fact is not verified. */
export function explainLeftOut(reason: LeftOutReason): Unverified {
  return reasons[reason];
}
