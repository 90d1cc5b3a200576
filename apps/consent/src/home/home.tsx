import { showAgency, useParticipants } from '../agencies/agency-queries.ts';
import { useActiveGrants } from '../grants/grant-queries.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { countRecent } from '../log/group-reads.ts';
import { useReads } from '../log/log-queries.ts';
import { usePendingRequests } from '../requests/request-queries.ts';
import { shortId } from '../routes.tsx';
import { Link } from '../ui/link.tsx';
import { together } from '../ui/loadable.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { QueryState } from '../ui/query-state.tsx';

const RECENT_DAYS = 7;

/** Three counts in words, and the one thing to do first. */
export function Home() {
  const { text } = useText();
  const { language } = useLanguage();
  const query = together({
    participants: useParticipants(),
    requests: usePendingRequests(),
    grants: useActiveGrants(),
    reads: useReads(),
  });
  return (
    <>
      <PageTitle name={text('nav.home')}>{text('home.title')}</PageTitle>
      <QueryState query={query}>
        {({ participants, requests, grants, reads }) => {
          const [first] = requests;
          const seeing = new Set(
            grants.map(({ credentialSubject }) => credentialSubject.providedConsent.isProvidedTo),
          ).size;
          const looked = countRecent(reads.records, RECENT_DAYS, new Date());
          const more = reads.hasOlder && looked === reads.records.length;
          return (
            <>
              <section className="first card" aria-labelledby="first">
                <h2 id="first">{text(first ? 'home.first' : 'home.now')}</h2>
                {first ? (
                  <>
                    <p>
                      {text('home.firstRequest', {
                        agency: showAgency(first.credentialSubject.id, participants, language, text)
                          .name,
                      })}
                    </p>
                    <Link to="request" id={shortId(first.id)} className="button button-main">
                      {text('home.openRequest')}
                    </Link>
                  </>
                ) : (
                  <p>{text('home.nothing')}</p>
                )}
              </section>
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
            </>
          );
        }}
      </QueryState>
    </>
  );
}
