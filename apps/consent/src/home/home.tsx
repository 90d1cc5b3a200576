import type { AccessRequest, Participants } from '@grondslag/protocol';
import { g } from '@grondslag/vocab';
import { useState } from 'react';
import { showAgency, useParticipants } from '../agencies/agency-queries.ts';
import { useActiveGrants } from '../grants/grant-queries.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { useLawfulAccesses } from '../lawful-access/law-queries.ts';
import { countRecent } from '../log/group-reads.ts';
import { useReads } from '../log/log-queries.ts';
import { useNotices } from '../notices/notice-queries.ts';
import { readSeen, unseen } from '../notices/seen-notices.ts';
import { usePendingRequests } from '../requests/request-queries.ts';
import { shortId } from '../routes.tsx';
import { useServices } from '../services.tsx';
import { Lazy } from '../ui/lazy.tsx';
import { Link } from '../ui/link.tsx';
import { together } from '../ui/loadable.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { QueryState } from '../ui/query-state.tsx';

const RECENT_DAYS = 7;

/** Three counts in words, and the one thing to do first. */
export function Home() {
  const { text } = useText();
  const { helping } = useServices();
  const query = together({
    participants: useParticipants(),
    requests: usePendingRequests(),
    grants: useActiveGrants(),
    reads: useReads(),
    accesses: useLawfulAccesses(),
    notices: useNotices(),
  });
  const [seen] = useState(() => readSeen(localStorage));
  return (
    <>
      <PageTitle name={text('nav.home')}>{text('home.title')}</PageTitle>
      <QueryState query={query} waiting={text('home.waiting')}>
        {({ participants, requests, grants, reads, accesses, notices }) => {
          const [first] = requests;
          const [newest, ...others] = unseen(notices, seen);
          const seeing = new Set([
            ...grants.map(
              ({ credentialSubject }) => credentialSubject.providedConsent.isProvidedTo,
            ),
            ...accesses
              .filter(({ state }) => state === 'active')
              .map(({ access }) => access.agency),
          ]).size;
          const looked = countRecent(reads.records, RECENT_DAYS, new Date());
          const more = reads.hasOlder && looked === reads.records.length;
          const byAnother = grants.some(
            ({ credentialSubject }) => g.actedBy in credentialSubject.providedConsent,
          );
          const counts = (
            <ul className="counts">
              <li>
                <Link to="requests">{text('home.requests', { count: requests.length })}</Link>
              </li>
              <li>
                <Link to="grants">{text('home.grants', { count: seeing })}</Link>
              </li>
              <li>
                <Link to="log">
                  {text(more ? 'home.readsMore' : 'home.reads', { count: looked })}
                </Link>
              </li>
            </ul>
          );
          return (
            <>
              {byAnother && (
                <Lazy
                  name="came of age card"
                  chapters={['representation']}
                  load={async () => (await import('../representation/of-age-card.tsx')).OfAgeCard}
                  quiet
                >
                  {(OfAgeCard) => <OfAgeCard />}
                </Lazy>
              )}
              {newest ? (
                // Around the counts too: they would be moved when it is there.
                <Lazy
                  name="newest notice"
                  chapters={['law', 'objections']}
                  waiting={text('home.waiting')}
                  load={async () => (await import('../notices/newest-notice.tsx')).NewestNotice}
                >
                  {(NewestNotice) => (
                    <>
                      <section className="first card" aria-labelledby="first">
                        <NewestNotice
                          newest={newest}
                          more={others.length}
                          known={{ accesses, participants }}
                        />
                      </section>
                      {counts}
                    </>
                  )}
                </Lazy>
              ) : (
                <>
                  <section className="first card" aria-labelledby="first">
                    <FirstRequest request={first} participants={participants} />
                  </section>
                  {counts}
                </>
              )}
              {!helping && (
                <Lazy
                  name="represented card"
                  chapters={['representation']}
                  load={async () =>
                    (await import('../representation/represented-card.tsx')).RepresentedCard
                  }
                  quiet
                >
                  {(RepresentedCard) => <RepresentedCard />}
                </Lazy>
              )}
            </>
          );
        }}
      </QueryState>
    </>
  );
}

/** The question to answer first, or that there is nothing to do. */
function FirstRequest({
  request,
  participants,
}: {
  readonly request: AccessRequest | undefined;
  readonly participants: Participants;
}) {
  const { text } = useText();
  const { language } = useLanguage();
  if (!request) {
    return (
      <>
        <h2 id="first">{text('home.now')}</h2>
        <p>{text('home.nothing')}</p>
      </>
    );
  }
  const { name: agency } = showAgency(request.credentialSubject.id, participants, language, text);
  return (
    <>
      <h2 id="first">{text('home.first')}</h2>
      <p>{text('home.firstRequest', { agency })}</p>
      <Link to="request" id={shortId(request.id)} className="button button-main">
        {text('home.openRequest')}
      </Link>
    </>
  );
}
