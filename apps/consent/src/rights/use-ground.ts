import { showAgency, useParticipants } from '../agencies/agency-queries.ts';
import { useFactNames } from '../facts/fact-queries.ts';
import { useEveryGrant } from '../grants/every-grant.ts';
import { grantedFacts } from '../grants/granted-facts.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { kindsInWords } from '../lawful-access/data-words.ts';
import { useLawfulAccesses } from '../lawful-access/law-queries.ts';
import { agencyName } from '../lawful-access/law-words.ts';
import { type RouteName, shortId } from '../routes.tsx';
import { type Loadable, together } from '../ui/loadable.ts';

/** On what ground an organisation has or had data, in words. */
export interface ShownGround {
  /** Id of the permission, or of the access. */
  readonly about: string;
  readonly agency: string;
  /** In the middle of a sentence. */
  readonly facts: readonly string[];
  /** The page about it. */
  readonly back: { readonly to: RouteName; readonly id: string };
}

/** A permission or an access of this citizen, also when it has ended; `null` when there is none with this id. */
export function useGround(kind: 'grant' | 'law', id: string): Loadable<ShownGround | null> {
  const words = useText();
  const { language } = useLanguage();
  const query = together({
    participants: useParticipants(),
    names: useFactNames(words),
    grants: useEveryGrant(),
    accesses: useLawfulAccesses(),
  });
  if (query.data === undefined) return { ...query, data: undefined };
  const { participants, names, grants, accesses } = query.data;
  if (kind === 'law') {
    const view = accesses.find(({ access }) => shortId(access.id) === id);
    const found: ShownGround | null = view
      ? {
          ...{ about: view.access.id, agency: agencyName(view, language) },
          facts: [kindsInWords(view.access.dataNeeds, words)],
          back: { to: 'lawfulAccess', id },
        }
      : null;
    return { ...query, data: found };
  }
  const grant = grants.find((one) => shortId(one.id) === id);
  const found: ShownGround | null = grant
    ? {
        about: grant.id,
        agency: showAgency(
          grant.credentialSubject.providedConsent.isProvidedTo,
          participants,
          language,
          words.text,
        ).name,
        facts: grantedFacts(grant, names, words),
        back: { to: 'grant', id },
      }
    : null;
  return { ...query, data: found };
}
