import type { LawfulAccessView } from '@grondslag/legal-basis';
import type { AccessGrant } from '@grondslag/protocol';
import type { NameFact } from '../facts/fact-queries.ts';
import type { Language } from '../i18n/language.ts';
import type { Words } from '../i18n/words.ts';
import { kindInWords } from '../lawful-access/data-words.ts';
import { agencyName, isOpen } from '../lawful-access/law-words.ts';
import { grantedFacts } from './granted-facts.ts';

/** That an organisation can see something now, and on what ground. */
export interface AccessLink {
  readonly agency: string;
  /** In the middle of a sentence: "uw inkomen". */
  readonly fact: string;
  readonly ground: 'consent' | 'law';
}

/** Who can see what now, each pair once for each ground. */
export function accessLinks(
  {
    grants,
    accesses,
    names,
    agencyOf,
  }: {
    readonly grants: readonly AccessGrant[];
    readonly accesses: readonly LawfulAccessView[];
    readonly names: NameFact;
    readonly agencyOf: (grant: AccessGrant) => string;
  },
  language: Language,
  words: Words,
): readonly AccessLink[] {
  const links: AccessLink[] = [
    ...grants.flatMap((grant) =>
      grantedFacts(grant, names, words).map((fact) => ({
        ...{ agency: agencyOf(grant), fact },
        ground: 'consent' as const,
      })),
    ),
    ...accesses.filter(isOpen).flatMap((view) =>
      view.access.dataNeeds.map(({ claimType }) => ({
        ...{ agency: agencyName(view, language), fact: kindInWords(claimType, words) },
        ground: 'law' as const,
      })),
    ),
  ];
  return [...new Map(links.map((link) => [JSON.stringify(link), link])).values()];
}
