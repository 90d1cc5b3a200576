import type { AccessGrant } from '@grondslag/protocol';
import type { HelperView } from '@grondslag/protocol/v1';
import { showAgency, useParticipants } from '../agencies/agency-queries.ts';
import { helpThemeInWords } from '../helpers/helper-words.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import type { Words } from '../i18n/words.ts';
import { shortId } from '../routes.tsx';
import { together } from '../ui/loadable.ts';
import { QueryState } from '../ui/query-state.tsx';
import { useGrantsGivenFor } from './representation-queries.ts';

/** What somebody allowed for whom they decide for, and still counts: by theme, since the facts are another's. */
export function GrantsGiven({
  represented,
  name,
}: {
  readonly represented: HelperView;
  readonly name: string;
}) {
  const words = useText();
  const { text, until } = words;
  const { language } = useLanguage();
  const query = together({
    participants: useParticipants(),
    grants: useGrantsGivenFor(represented),
  });
  const heading = `given-${shortId(represented.id)}`;
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>{text('represented.grants', { name })}</h3>
      <QueryState
        query={query}
        isEmpty={({ grants }) => grants.length === 0}
        empty={<p className="quiet">{text('represented.noGrants', { name })}</p>}
      >
        {({ grants, participants }) => (
          <ul>
            {grants.map((grant) => {
              const { isProvidedTo } = grant.credentialSubject.providedConsent;
              return (
                <li key={grant.id}>
                  {text('represented.grant', {
                    agency: showAgency(isProvidedTo, participants, language, text).name,
                    until: until(new Date(grant.expirationDate ?? represented.until)),
                    facts: themesIn(grant, represented, words),
                  })}
                </li>
              );
            })}
          </ul>
        )}
      </QueryState>
    </section>
  );
}

function themesIn(grant: AccessGrant, { themes }: HelperView, words: Words): string {
  const { forPersonalData } = grant.credentialSubject.providedConsent;
  const isIn = (theme: string) => forPersonalData.some((one) => one.includes(`/facts/${theme}/`));
  return words.list(themes.filter(isIn).map((theme) => helpThemeInWords(theme, words)));
}
