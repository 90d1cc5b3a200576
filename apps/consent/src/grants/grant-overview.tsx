import type { AccessGrant, Participants } from '@grondslag/protocol';
import { showAgency, useParticipants } from '../agencies/agency-queries.ts';
import { type NameFact, useFactNames } from '../facts/fact-queries.ts';
import { ConsentsToConfirm } from '../helpers/consents-to-confirm.tsx';
import { useLanguage, useText } from '../i18n/text.tsx';
import { useLawfulAccesses } from '../lawful-access/law-queries.ts';
import { LawSection } from '../lawful-access/law-section.tsx';
import { endedSentence, isOpen } from '../lawful-access/law-words.ts';
import { type PurposeWords, usePurposeWords } from '../requests/purpose-words.ts';
import { shortId } from '../routes.tsx';
import { Empty } from '../ui/empty.tsx';
import { Link } from '../ui/link.tsx';
import { together } from '../ui/loadable.ts';
import { usePlace } from '../ui/navigation.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { accessLinks } from './access-links.ts';
import { AccessMap } from './access-map.tsx';
import { GrantCard } from './grant-card.tsx';
import { useActiveGrants, useEndedGrants, usePlacingGrants } from './grant-queries.ts';
import { grantedFacts } from './granted-facts.ts';
import { PlacingGrants } from './placing-grants.tsx';

/** Who can see what now, by organisation; what stopped or ended below. */
export function GrantOverview() {
  const words = useText();
  const { text, day, list } = words;
  const { language } = useLanguage();
  const { news } = usePlace();
  const participants = useParticipants();
  const names = useFactNames(words);
  const active = together({
    participants,
    names,
    purposes: usePurposeWords(),
    grants: useActiveGrants(),
  });
  const accesses = useLawfulAccesses();
  const placing = together({ participants, names, grants: usePlacingGrants() });
  const ended = together({
    participants,
    names,
    ...useEndedGrants(),
    accesses,
  });
  const overview = together({ active, accesses }).data;
  const links =
    overview === undefined
      ? []
      : accessLinks(
          {
            ...{ grants: overview.active.grants, accesses: overview.accesses },
            names: overview.active.names,
            agencyOf: (grant) => agencyOf(grant, overview.active.participants),
          },
          language,
          words,
        );

  function agencyOf(grant: AccessGrant, known: Participants): string {
    const { isProvidedTo } = grant.credentialSubject.providedConsent;
    return showAgency(isProvidedTo, known, language, text).name;
  }
  function factsOf(grant: AccessGrant, name: NameFact): string {
    return list(grantedFacts(grant, name, words));
  }
  const top = (
    <>
      <PageTitle name={text('grants.title')}>{text('grants.title')}</PageTitle>
      {news !== undefined && <p className="notice notice-good">{news}</p>}
      <p className="intro">{text('grants.intro')}</p>
    </>
  );
  // All lists at once, or each would move those below it. One that failed says so in its place.
  if ([active, accesses, placing, ended].some(({ data, failed }) => !data && !failed)) {
    return (
      <>
        {top}
        <p className="loading intro" aria-busy="true">
          {text('grants.waiting')}
        </p>
      </>
    );
  }
  return (
    <>
      {top}
      {active.data && (
        <ConsentsToConfirm
          grants={active.data.grants}
          agencyOf={(grant) => agencyOf(grant, participants.data ?? { agencies: [], sources: [] })}
          names={active.data.names}
        />
      )}
      {links.length > 0 && <AccessMap links={links} />}
      <section aria-labelledby="yours">
        <h2 id="yours">{text('grants.yours')}</h2>
        <p>{text('grants.yoursIntro')}</p>
        <QueryState
          query={active}
          isEmpty={({ grants }) => grants.length === 0}
          empty={<Empty what={text('grants.empty')} hint={text('grants.emptyHint')} />}
        >
          {(data) => (
            <ByAgency
              grants={data.grants}
              agencyOf={(grant) => agencyOf(grant, data.participants)}
              names={data.names}
              purposes={data.purposes}
            />
          )}
        </QueryState>
      </section>
      <LawSection />
      {placing.data && placing.data.grants.length > 0 && (
        <PlacingGrants
          grants={placing.data.grants}
          agencyOf={(grant) => agencyOf(grant, participants.data ?? { agencies: [], sources: [] })}
          names={placing.data.names}
        />
      )}
      <section aria-labelledby="ended">
        <h2 id="ended">{text('grants.ended')}</h2>
        <QueryState
          query={ended}
          isEmpty={({ revoked, expired, accesses }) =>
            revoked.length + expired.length === 0 && accesses.every(isOpen)
          }
          empty={<p className="quiet">{text('grants.endedEmpty')}</p>}
        >
          {(data) => (
            <ul>
              {data.revoked.map((grant) => (
                <li key={grant.id}>
                  <Link to="grant" id={shortId(grant.id)}>
                    {text('grants.revoked', {
                      agency: agencyOf(grant, data.participants),
                      facts: factsOf(grant, data.names),
                    })}
                  </Link>
                </li>
              ))}
              {data.expired.map((grant) => (
                <li key={grant.id}>
                  <Link to="grant" id={shortId(grant.id)}>
                    {text('grants.expired', {
                      agency: agencyOf(grant, data.participants),
                      facts: factsOf(grant, data.names),
                      date: grant.expirationDate ? day(new Date(grant.expirationDate)) : '',
                    })}
                  </Link>
                </li>
              ))}
              {data.accesses
                .filter((view) => !isOpen(view))
                .map((view) => (
                  <li key={view.id}>
                    <Link to="lawfulAccess" id={shortId(view.access.id)}>
                      {endedSentence(view, language, words)}
                    </Link>
                  </li>
                ))}
            </ul>
          )}
        </QueryState>
      </section>
    </>
  );
}

function ByAgency({
  grants,
  agencyOf,
  names,
  purposes,
}: {
  readonly grants: readonly AccessGrant[];
  readonly agencyOf: (grant: AccessGrant) => string;
  readonly names: NameFact;
  readonly purposes: PurposeWords;
}) {
  const byAgency = Object.entries(Object.groupBy(grants, agencyOf));
  return byAgency.map(([agency, theirs = []], index) => (
    <section key={agency} aria-labelledby={`agency-${index}`}>
      <h3 id={`agency-${index}`}>{agency}</h3>
      {theirs.map((grant, number) => (
        <GrantCard
          key={grant.id}
          grant={grant}
          agency={agency}
          number={number + 1}
          count={theirs.length}
          names={names}
          purposes={purposes}
        />
      ))}
    </section>
  ));
}
