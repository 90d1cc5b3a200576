import { useParticipants } from '../agencies/agency-queries.ts';
import { MyCorrections } from '../corrections/my-corrections.tsx';
import { DoneBy } from '../helpers/done-by.tsx';
import { useLanguage, useText } from '../i18n/text.tsx';
import { useLawfulAccesses } from '../lawful-access/law-queries.ts';
import { nameAgency } from '../lawful-access/law-words.ts';
import { MyRequests } from '../rights/my-requests.tsx';
import { shortId } from '../routes.tsx';
import { Empty } from '../ui/empty.tsx';
import { Link } from '../ui/link.tsx';
import { together } from '../ui/loadable.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { useObjections } from './objection-queries.ts';
import { objectionStateInWords } from './objection-words.ts';

/** All objections of the citizen, newest first. */
export function MyObjections() {
  const words = useText();
  const { text, day } = words;
  const { language } = useLanguage();
  const query = together({
    participants: useParticipants(),
    accesses: useLawfulAccesses(),
    objections: useObjections(),
  });
  return (
    <>
      <PageTitle name={text('objections.title')}>{text('objections.title')}</PageTitle>
      <p className="intro">{text('objections.intro')}</p>
      <QueryState
        query={query}
        isEmpty={({ objections }) => objections.length === 0}
        empty={<Empty what={text('objections.empty')} hint={text('objections.emptyHint')} />}
      >
        {({ objections, ...known }) => (
          <ul className="plain">
            {objections.map((view) => {
              const { id, receivedAt, agency: webId, helper } = view.objection;
              const agency = nameAgency(webId, known, language, words);
              return (
                <li key={id} className="card">
                  <h2>{text('objections.name', { agency })}</h2>
                  <p>{objectionStateInWords(view, agency, new Date(), words)}</p>
                  <p className="quiet">
                    {text('objections.sentOn', { date: day(new Date(receivedAt)) })}{' '}
                    <DoneBy helper={helper} />
                  </p>
                  <Link to="objection" id={shortId(id)} className="button">
                    {text('objections.open', { agency })}
                  </Link>
                </li>
              );
            })}
          </ul>
        )}
      </QueryState>
      <MyRequests />
      <MyCorrections />
    </>
  );
}
