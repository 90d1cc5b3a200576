import type { DecisionRecord, ProcessingActivity, SpecialCategory } from '@grondslag/legal-basis';
import type { AccessRequest } from '@grondslag/protocol';
import { claimTypeAt } from '../facts/themes.ts';
import type { Words } from '../i18n/words.ts';
import { kindInWords } from '../lawful-access/data-words.ts';
import type { Draft } from './steps.ts';

/** A kind of fact of a special category that a question is about (Article 9 GDPR). */
export interface SpecialKind {
  readonly claimType: string;
  /** What it tells, as the agency registered it; none when it did not say. */
  readonly categories: readonly SpecialCategory[];
}

/** Whether the authority decided that the citizen is to be asked apart and explicitly. */
export function asksExplicitly(records: readonly DecisionRecord[]): boolean {
  const decided = records.findLast(({ occasion }) => occasion === 'request');
  return decided?.rule === 'explicit_consent_asked';
}

/**
 * The kinds a question that asks explicitly is about. Of one where the register names none, all: the operator knows
 * more of kinds of facts than the agency wrote down.
 */
export function findSpecialKinds(
  request: AccessRequest,
  versions: readonly ProcessingActivity[],
  now: Date,
): readonly SpecialKind[] {
  const { forPersonalData } = request.credentialSubject.hasConsent;
  const asked = [...new Set(forPersonalData.flatMap((resource) => claimTypeAt(resource) ?? []))];
  const current = versions.find(({ validFrom }) => new Date(validFrom) <= now);
  const named = (current?.dataNeeds ?? []).filter(
    ({ sensitivities = [], specialCategories = [] }) =>
      sensitivities.includes('special-category') || specialCategories.length > 0,
  );
  const kinds = asked.map((claimType) => {
    const own = named.filter((need) => need.claimType === claimType);
    const categories = [...new Set(own.flatMap((need) => need.specialCategories ?? []))];
    return { claimType, categories, isNamed: own.length > 0 };
  });
  const special = kinds.some(({ isNamed }) => isNamed)
    ? kinds.filter(({ isNamed }) => isNamed)
    : kinds;
  return special.map(({ claimType, categories }) => ({ claimType, categories }));
}

/** What it is about, in the middle of a sentence: "uw gezondheid". */
export function specialInWords({ claimType, categories }: SpecialKind, words: Words): string {
  if (categories.length === 0) return kindInWords(claimType, words);
  return words.list(categories.map((category) => words.text(`special.${category}`)));
}

/** Special kinds among the ticked facts. */
export function chosenKinds(
  { facts }: Pick<Draft, 'facts'>,
  special: readonly SpecialKind[],
): readonly SpecialKind[] {
  const chosen = new Set(facts.map(claimTypeAt));
  return special.filter(({ claimType }) => chosen.has(claimType));
}

/** The same choices without facts of these kinds. */
export function withoutKinds(draft: Draft, kinds: readonly SpecialKind[]): Draft {
  const closed = chosenKinds(draft, kinds).map(({ claimType }) => claimType);
  const facts = draft.facts.filter((fact) => !closed.includes(claimTypeAt(fact) ?? ''));
  return facts.length === draft.facts.length ? draft : { ...draft, facts };
}
