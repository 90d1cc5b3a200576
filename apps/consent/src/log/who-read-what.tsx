import type { LawfulAccessView } from '@grondslag/legal-basis';
import type { AccessGrant, Participants } from '@grondslag/protocol';
import { showAgency, useParticipants } from '../agencies/agency-queries.ts';
import { type NameFact, useFactNames } from '../facts/fact-queries.ts';
import { useActiveGrants, useEndedGrants } from '../grants/grant-queries.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { useLawfulAccesses } from '../lawful-access/law-queries.ts';
import { DelayedLines } from '../notices/delayed-lines.tsx';
import { purposeLabel } from '../requests/purposes.ts';
import { type PurposeWords, usePurposeWords } from '../requests/request-queries.ts';
import { shortId } from '../routes.tsx';
import { Empty } from '../ui/empty.tsx';
import { Link } from '../ui/link.tsx';
import { together } from '../ui/loadable.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { TheirWords } from '../ui/their-words.tsx';
import { groupReads, type ReadLine } from './group-reads.ts';
import { useReads } from './log-queries.ts';

/** Every use of the citizen's data, by day, in sentences. */
export function WhoReadWhat() {
  const words = useText();
  const { text, fullDay } = words;
  const reads = useReads();
  const query = together({
    participants: useParticipants(),
    names: useFactNames(words),
    purposes: usePurposeWords(),
    accesses: useLawfulAccesses(),
    active: useActiveGrants(),
    ...useEndedGrants(),
    reads,
  });
  return (
    <>
      <PageTitle name={text('log.title')}>{text('log.title')}</PageTitle>
      <p className="intro">{text('log.intro')}</p>
      <DelayedLines />
      <QueryState
        query={query}
        isEmpty={(data) => data.reads.records.length === 0}
        empty={<Empty what={text('log.empty')} hint={text('log.emptyHint')} />}
      >
        {(data) => {
          const grants = new Map(
            [...data.active, ...data.revoked, ...data.expired].map((grant) => [grant.id, grant]),
          );
          return (
            <>
              {groupReads(data.reads.records).map(({ day, lines }) => (
                <section key={day.getTime()} aria-labelledby={`day-${day.getTime()}`}>
                  <h2 id={`day-${day.getTime()}`}>{fullDay(day)}</h2>
                  <ul className="timeline">
                    {lines.map((line) => (
                      <ReadSentence
                        key={line.key}
                        line={line}
                        grant={grants.get(line.grant)}
                        access={data.accesses.find(({ credential }) => credential === line.grant)}
                        participants={data.participants}
                        names={data.names}
                        purposes={data.purposes}
                      />
                    ))}
                  </ul>
                </section>
              ))}
              {data.reads.hasOlder ? (
                <button
                  type="button"
                  className="button"
                  disabled={reads.loadingOlder}
                  onClick={reads.showOlder}
                >
                  {text('log.older')}
                </button>
              ) : (
                <p className="quiet">{text('log.noOlder')}</p>
              )}
            </>
          );
        }}
      </QueryState>
    </>
  );
}

function ReadSentence({
  line,
  grant,
  access: view,
  participants,
  names,
  purposes,
}: {
  readonly line: ReadLine;
  readonly grant: AccessGrant | undefined;
  readonly access: LawfulAccessView | undefined;
  readonly participants: Participants;
  readonly names: NameFact;
  readonly purposes: PurposeWords;
}) {
  const words = useText();
  const { text, time } = words;
  const { language } = useLanguage();
  const consent = grant?.credentialSubject.providedConsent;
  const inWords = view
    ? view.access.task
    : consent?.verifiedRequest && purposes.get(consent.verifiedRequest);
  const label = consent?.forPurpose
    ?.map((purpose) => purposeLabel(purpose, words))
    .find((key) => key !== undefined);
  const values = {
    agency: showAgency(line.agency, participants, language, text).name,
    what: names(line.resource),
  };
  const [newest] = line.times;
  return (
    <li>
      {newest && <time dateTime={newest.toISOString()}>{time(newest)}</time>}
      <p>
        {line.changed && text('log.changed', values)}
        {!line.changed && !inWords && !label && text('log.read', values)}
        {!line.changed && (inWords || label) && (
          <>
            {text('log.readFor', values)}{' '}
            {inWords ? <TheirWords words={inWords} maxLength={160} /> : label && text(label)}
          </>
        )}
        {line.times.length > 1 && (
          <span className="quiet"> {text('log.times', { count: line.times.length })}</span>
        )}
        {view && (
          <>
            {' '}
            {text('log.byLaw')}{' '}
            <Link to="lawfulAccess" id={shortId(view.access.id)}>
              {text('log.whyAllowed')}
            </Link>
          </>
        )}
      </p>
    </li>
  );
}
