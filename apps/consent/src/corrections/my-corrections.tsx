import { showAgency, useParticipants } from '../agencies/agency-queries.ts';
import { useFactNames } from '../facts/fact-queries.ts';
import { DoneBy } from '../helpers/done-by.tsx';
import { useLanguage, useText } from '../i18n/text.tsx';
import { shortId } from '../routes.tsx';
import { Empty } from '../ui/empty.tsx';
import { Link } from '../ui/link.tsx';
import { together } from '../ui/loadable.ts';
import { QueryState } from '../ui/query-state.tsx';
import { useCorrections } from './correction-queries.ts';
import { correctionStateInWords } from './correction-words.ts';
import { sourceName } from './known-sources.ts';

/** Errors that the citizen reported, newest first, each with where it stands. */
export function MyCorrections() {
  const words = useText();
  const { text, day } = words;
  const { language } = useLanguage();
  const query = together({
    participants: useParticipants(),
    names: useFactNames(words),
    corrections: useCorrections(),
  });
  return (
    <section aria-labelledby="reports">
      <h2 id="reports">{text('reports.title')}</h2>
      <QueryState
        query={query}
        isEmpty={({ corrections }) => corrections.length === 0}
        empty={<Empty what={text('reports.empty')} hint={text('reports.emptyHint')} />}
      >
        {({ corrections, participants, names }) => (
          <ul className="plain">
            {corrections.map((view) => {
              const { id, resource, source, receivedAt, helper, reportedBy } = view.correction;
              const agency =
                reportedBy && showAgency(reportedBy.agency, participants, language, text).name;
              const fact = names(resource);
              const name = sourceName(source, participants, language);
              return (
                <li key={id} className="card">
                  <h3>{text('reports.name', { fact })}</h3>
                  {agency !== undefined && <p>{text('agencyReport.by', { agency })}</p>}
                  <p>{correctionStateInWords(view, name, new Date(), words)}</p>
                  <p className="quiet">
                    {text('reports.sentOn', { date: day(new Date(receivedAt)) })}{' '}
                    <DoneBy helper={helper} />
                  </p>
                  <Link to="correction" id={shortId(id)} className="button">
                    {text('reports.open', { fact })}
                  </Link>
                </li>
              );
            })}
          </ul>
        )}
      </QueryState>
    </section>
  );
}
