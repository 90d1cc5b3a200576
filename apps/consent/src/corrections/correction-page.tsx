import type { Correction, CorrectionView } from '@grondslag/legal-basis';
import { showAgency, useParticipants } from '../agencies/agency-queries.ts';
import { useFactNames } from '../facts/fact-queries.ts';
import { DoneBy } from '../helpers/done-by.tsx';
import { useLanguage, useText } from '../i18n/text.tsx';
import { Complain } from '../lawful-access/complain.tsx';
import { fieldInWords } from '../lawful-access/data-words.ts';
import { Person } from '../lawful-access/why-allowed.tsx';
import { shortId } from '../routes.tsx';
import { Link } from '../ui/link.tsx';
import { together } from '../ui/loadable.ts';
import { usePlace } from '../ui/navigation.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { plainWords } from '../ui/plain-words.ts';
import { QueryState } from '../ui/query-state.tsx';
import { TheirWords } from '../ui/their-words.tsx';
import { useCorrections } from './correction-queries.ts';
import { correctionStateInWords } from './correction-words.ts';
import { sourceName } from './known-sources.ts';

/** One report of an error: where it stands, what happens when, and the answer with its reasons. */
export function CorrectionPage({ id }: { readonly id: string }) {
  const words = useText();
  const { language } = useLanguage();
  const query = together({
    participants: useParticipants(),
    names: useFactNames(words),
    corrections: useCorrections(),
  });
  const found = query.data?.corrections.find(({ correction }) => shortId(correction.id) === id);
  return (
    <QueryState query={query} isEmpty={() => !found} empty={<Gone />}>
      {({ participants, names }) =>
        found && (
          <Found
            view={found}
            fact={names(found.correction.resource)}
            source={sourceName(found.correction.source, participants, language)}
            agency={
              found.correction.reportedBy &&
              showAgency(found.correction.reportedBy.agency, participants, language, words.text)
                .name
            }
          />
        )
      }
    </QueryState>
  );
}

function Found({
  view,
  fact,
  source,
  agency,
}: {
  readonly view: CorrectionView;
  readonly fact: string;
  readonly source: string;
  /** That reported it, and not the citizen. */
  readonly agency: string | undefined;
}) {
  const words = useText();
  const { text } = words;
  const { news } = usePlace();
  const { correction, state } = view;
  const title =
    agency === undefined ? text('correction.title') : text('agencyReport.title', { agency });
  return (
    <>
      <PageTitle name={title}>{title}</PageTitle>
      {news !== undefined && <p className="notice notice-good">{news}</p>}
      <div className={state === 'corrected' ? 'notice notice-good' : 'notice'}>
        <p>
          <strong>{correctionStateInWords(view, source, new Date(), words)}</strong>
        </p>
        {state === 'corrected' && <p>{text('correction.new')}</p>}
      </div>
      <Steps correction={correction} source={source} agency={agency} />
      <Said correction={correction} fact={fact} agency={agency} />
      <p>
        <Link to="facts" className="button">
          {text('correction.toFacts')}
        </Link>
      </p>
      {state !== 'corrected' && agency === undefined && <Complain />}
      {agency !== undefined && <p>{text('agencyReport.own')}</p>}
      <Link to="objections">{text('correction.back')}</Link>
    </>
  );
}

/** What happened, oldest first, each with the reasons the source gave. */
function Steps({
  correction: { receivedAt, steps, helper },
  source,
  agency,
}: {
  readonly correction: Correction;
  readonly source: string;
  readonly agency: string | undefined;
}) {
  const { text, day } = useText();
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{text('correction.steps')}</h2>
      <ol>
        <li>
          {day(new Date(receivedAt))}:{' '}
          {agency === undefined
            ? text('correction.step.received')
            : text('agencyReport.step.received', { agency })}{' '}
          <DoneBy helper={helper} />
        </li>
        {steps.map(({ step, at, reasons, by }) => (
          <li key={step}>
            {day(new Date(at))}: {text(`correction.step.${step}`, { source })}{' '}
            {reasons && <TheirWords words={reasons} maxLength={4_000} />}{' '}
            <span className="quiet">
              <Person by={by} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What the citizen, or an agency, reported. */
function Said({
  correction: { fields, words: own, claimType, reportedBy },
  fact,
  agency,
}: {
  readonly correction: Correction;
  readonly fact: string;
  readonly agency: string | undefined;
}) {
  const words = useText();
  const { text } = words;
  return (
    <section aria-labelledby="said">
      <h2 id="said">
        {agency === undefined ? text('correction.said') : text('agencyReport.said', { agency })}
      </h2>
      <dl className="lines">
        <div>
          <dt>{text('correction.about')}</dt>
          <dd className="starts-sentence">{fact}</dd>
        </div>
        {fields.length > 0 && (
          <div>
            <dt>{text(reportedBy ? 'agencyReport.doubted' : 'correction.wrong')}</dt>
            {fields.map(({ name, shouldBe }) => {
              const field = fieldInWords(name, words, claimType);
              return (
                <dd key={name} className="starts-sentence">
                  {shouldBe === undefined ? field : text('correction.shouldBe', { field })}{' '}
                  {shouldBe !== undefined && <q>{plainWords(shouldBe, 500)}</q>}
                </dd>
              );
            })}
          </div>
        )}
        {reportedBy && (
          <div>
            <dt>{text('agencyReport.why')}</dt>
            <dd>{text(`agencyReport.doubt.${reportedBy.doubt}`)}</dd>
          </div>
        )}
        {own !== undefined && (
          <div>
            <dt>{text('correction.yourWords')}</dt>
            <dd>
              <q>{plainWords(own, 2_000)}</q>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Gone() {
  const { text } = useText();
  return (
    <>
      <PageTitle name={text('correction.title')}>{text('correction.title')}</PageTitle>
      <p>{text('correction.gone')}</p>
      <Link to="objections" className="button">
        {text('correction.back')}
      </Link>
    </>
  );
}
