import type { AccessGrant } from '@grondslag/protocol';
import { showAgency, useParticipants } from '../agencies/agency-queries.ts';
import type { Ending } from '../authority/records-client.ts';
import { useFactNames } from '../facts/fact-queries.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { Complain } from '../lawful-access/complain.tsx';
import { ContactAgency } from '../lawful-access/contact-agency.tsx';
import { usePurposeWords } from '../requests/purpose-words.ts';
import { consentRights } from '../rights/consent-rights.ts';
import { RightsList } from '../rights/rights-list.tsx';
import { shortId } from '../routes.tsx';
import { Link } from '../ui/link.tsx';
import { together } from '../ui/loadable.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { useEndings, useEveryGrant } from './every-grant.ts';
import { GrantCard } from './grant-card.tsx';

/** Everything about one permission, also when it has ended: what it is, and every right in one place. */
export function GrantPage({ id }: { readonly id: string }) {
  const words = useText();
  const { text, day } = words;
  const { language } = useLanguage();
  const query = together({
    participants: useParticipants(),
    names: useFactNames(words),
    purposes: usePurposeWords(),
    grants: useEveryGrant(),
    endings: useEndings(),
  });
  const grant = query.data?.grants.find((one) => shortId(one.id) === id);
  return (
    <QueryState query={query} isEmpty={() => !grant} empty={<Gone />}>
      {({ participants, names, purposes, endings }) => {
        if (!grant) return <Gone />;
        const { isProvidedTo } = grant.credentialSubject.providedConsent;
        const { name: agency } = showAgency(isProvidedTo, participants, language, text);
        const title = text('grant.title', { agency });
        const endedAt = endOf(grant, endings);
        const erasedAt = endings.get(grant.id)?.erasedAt;
        const known = participants.agencies.find(({ webId }) => webId === isProvidedTo)?.register;
        return (
          <>
            <PageTitle name={title}>{title}</PageTitle>
            {endedAt && (
              <p className="notice">
                <strong>
                  {endings.get(grant.id)?.byAgency
                    ? text('grant.endedByAgency', { agency, date: day(endedAt) })
                    : text('grant.ended', { date: day(endedAt) })}
                </strong>
                {erasedAt && ` ${text('grant.erased', { agency, date: day(erasedAt) })}`}
              </p>
            )}
            <GrantCard
              grant={grant}
              agency={agency}
              number={1}
              count={1}
              names={names}
              purposes={purposes}
              ended={endedAt !== undefined}
            />
            <section className="notice" aria-labelledby="cannot">
              <h2 id="cannot">{text('stop.cannot.title')}</h2>
              <p>{text('stop.cannot.text', { agency })}</p>
              <p>{text('grant.canAsk')}</p>
            </section>
            <RightsList
              rights={consentRights}
              ground={{
                kind: 'grant',
                id,
                ended: endedAt !== undefined,
                contact: known !== undefined,
              }}
            />
            {known && (
              <ContactAgency
                agency={agency}
                contact={known.contact}
                officer={known.dataProtectionOfficer}
              />
            )}
            <Complain />
          </>
        );
      }}
    </QueryState>
  );
}

/** When a permission ended, if it did. */
function endOf(grant: AccessGrant, endings: ReadonlyMap<string, Ending>): Date | undefined {
  const end = grant.expirationDate && new Date(grant.expirationDate);
  return endings.get(grant.id)?.at ?? (end && end < new Date() ? end : undefined);
}

function Gone() {
  const { text } = useText();
  return (
    <>
      <PageTitle name={text('grant.gone')}>{text('grant.gone')}</PageTitle>
      <Link to="grants" className="button">
        {text('nav.grants')}
      </Link>
    </>
  );
}
