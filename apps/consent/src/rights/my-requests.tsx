import type { RightsRequestView } from '@grondslag/legal-basis';
import { showAgency, useParticipants } from '../agencies/agency-queries.ts';
import { DoneBy } from '../helpers/done-by.tsx';
import { useLanguage, useText } from '../i18n/text.tsx';
import { Empty } from '../ui/empty.tsx';
import { together } from '../ui/loadable.ts';
import { QueryState } from '../ui/query-state.tsx';
import { TheirWords } from '../ui/their-words.tsx';
import { useRightsRequests } from './rights-queries.ts';

const MAX_REASONS_LENGTH = 2_000;

/** What the citizen asked organisations, where that stands, and their answers. */
export function MyRequests() {
  const { text, day } = useText();
  const { language } = useLanguage();
  const query = together({ participants: useParticipants(), requests: useRightsRequests() });
  return (
    <section aria-labelledby="requests">
      <h2 id="requests">{text('myRequests.title')}</h2>
      <QueryState
        query={query}
        isEmpty={({ requests }) => requests.length === 0}
        empty={<Empty what={text('myRequests.empty')} hint={text('myRequests.emptyHint')} />}
      >
        {({ participants, requests }) => (
          <ul className="plain">
            {requests.map((view) => {
              const { id, right, agency: webId, receivedAt, helper } = view.request;
              const { name: agency } = showAgency(webId, participants, language, text);
              return (
                <li key={id} className="card">
                  <h3>{text(`myRequests.${right}`, { agency })}</h3>
                  <State view={view} agency={agency} />
                  <p className="quiet">
                    {text('myRequests.askedOn', { date: day(new Date(receivedAt)) })}{' '}
                    <DoneBy helper={helper} />
                  </p>
                </li>
              );
            })}
          </ul>
        )}
      </QueryState>
    </section>
  );
}

function State({
  view: {
    request: { answer, extension },
    answerBefore,
  },
  agency,
}: {
  readonly view: RightsRequestView;
  readonly agency: string;
}) {
  const { text, day } = useText();
  const late = new Date(answerBefore) < new Date();
  return (
    <>
      <p>
        {answer
          ? text(`myRequests.${answer.outcome}`, { agency })
          : text(late ? 'myRequests.late' : 'myRequests.received', {
              agency,
              date: day(new Date(answerBefore)),
            })}
      </p>
      {(answer ?? extension) && (
        <p>
          {text('app.quoteOf', { name: agency })}{' '}
          <TheirWords
            words={(answer ?? extension)?.reasons ?? { nl: '' }}
            maxLength={MAX_REASONS_LENGTH}
          />
        </p>
      )}
      {answer?.outcome === 'refused' && <p>{text('myRequests.complain')}</p>}
    </>
  );
}
