import { type AccessGrant, sharedFieldsFromFields } from '@grondslag/protocol';
import type { NameFact } from '../facts/fact-queries.ts';
import type { Words } from '../i18n/words.ts';
import { partInWords } from '../lawful-access/data-words.ts';

/** What a permission is to, each fact in words, with the parts it is limited to. */
export function grantedFacts(
  { credentialSubject: { providedConsent } }: AccessGrant,
  name: NameFact,
  words: Words,
): readonly string[] {
  const shared = sharedFieldsFromFields(providedConsent) ?? [];
  return providedConsent.forPersonalData.map((resource) =>
    partInWords(
      name(resource),
      shared.find((one) => one.resource === resource),
      words,
    ),
  );
}
