import { showAgency, useParticipants } from '../agencies/agency-queries.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { shortId } from '../routes.tsx';
import { Empty } from '../ui/empty.tsx';
import { Link } from '../ui/link.tsx';
import { together } from '../ui/loadable.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { useDenials, usePendingRequests } from './request-queries.ts';

/** Questions that wait for the citizen, and those answered with no. */
export function RequestInbox() {
  const { text, day } = useText();
  const { language } = useLanguage();
  const participants = useParticipants();
  const pending = together({ participants, requests: usePendingRequests() });
  const denied = together({ participants, denials: useDenials() });
  return (
    <>
      <PageTitle name={text('requests.title')}>{text('requests.title')}</PageTitle>
      <p className="intro">{text('requests.intro')}</p>
      <QueryState
        query={pending}
        isEmpty={({ requests }) => requests.length === 0}
        empty={<Empty what={text('requests.empty')} hint={text('requests.emptyHint')} />}
      >
        {({ participants: known, requests }) => (
          <ul className="plain">
            {requests.map((request) => {
              const agency = showAgency(request.credentialSubject.id, known, language, text);
              return (
                <li key={request.id} className="card">
                  <h2>{text('requests.from', { agency: agency.name })}</h2>
                  <p>{text(agency.known ? 'agency.known' : 'agency.unknown')}</p>
                  <p className="quiet">
                    {text('requests.askedOn', { date: day(new Date(request.issuanceDate)) })}
                  </p>
                  <Link to="request" id={shortId(request.id)} className="button button-main">
                    {text('requests.open', { agency: agency.name })}
                  </Link>
                </li>
              );
            })}
          </ul>
        )}
      </QueryState>
      {denied.data && denied.data.denials.length > 0 && (
        <section aria-labelledby="denied">
          <h2 id="denied">{text('requests.denied')}</h2>
          <ul>
            {denied.data.denials.map((denial) => (
              <li key={denial.id}>
                {text('requests.deniedOn', {
                  agency: showAgency(
                    denial.credentialSubject.providedConsent.isProvidedTo,
                    denied.data?.participants ?? { agencies: [], sources: [] },
                    language,
                    text,
                  ).name,
                  date: day(new Date(denial.issuanceDate)),
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
