import {
  type LawfulAccessView,
  type Mandate,
  weighingQuestions,
  weighingSteps,
} from '@grondslag/legal-basis';
import { useLanguage, useText } from '../i18n/text.tsx';
import { shortId } from '../routes.tsx';
import { Link } from '../ui/link.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { useLawfulAccesses, useMandate } from './law-queries.ts';
import { agencyName } from './law-words.ts';
import { OfficialText } from './official-text.tsx';
import { Person } from './why-allowed.tsx';

type Weighing = NonNullable<Mandate['weighing']>;

/** What was weighed before the reading, on one page, in the words of the officials. `id` is that of the access. */
export function WeighingPage({ id }: { readonly id: string }) {
  const { text } = useText();
  const accesses = useLawfulAccesses();
  const view = accesses.data?.find(({ access }) => shortId(access.id) === id);
  return (
    <QueryState query={accesses} isEmpty={() => !view} empty={<p>{text('lawAccess.gone.text')}</p>}>
      {() => view && <OfAccess view={view} />}
    </QueryState>
  );
}

function OfAccess({ view }: { readonly view: LawfulAccessView }) {
  const { text } = useText();
  const { language } = useLanguage();
  const agency = agencyName(view, language);
  const mandate = useMandate(view.mandate);
  const title = text('weighing.title', { agency });
  return (
    <>
      <PageTitle name={title}>{title}</PageTitle>
      <p className="intro">{text('weighing.intro', { agency })}</p>
      <QueryState
        query={mandate}
        isEmpty={(found) => !found?.mandate.weighing}
        empty={<p>{text('weighing.none')}</p>}
      >
        {(found) => found?.mandate.weighing && <Whole weighing={found.mandate.weighing} />}
      </QueryState>
      <p className="actions">
        <Link to="lawfulAccess" id={shortId(view.access.id)} className="button">
          {text('weighing.back', { agency })}
        </Link>
      </p>
    </>
  );
}

function Whole({ weighing }: { readonly weighing: Weighing }) {
  const { text, day, calendarDay } = useText();
  return (
    <>
      <section aria-labelledby="outcome">
        <h2 id="outcome">{text('weighing.outcome')}</h2>
        <p className="notice">
          <strong>{text(`weighing.${weighing.outcome}`)}</strong>
        </p>
        <dl className="lines">
          <div>
            <dt>{text('weighing.by')}</dt>
            <dd>
              <Person by={weighing.by} />
            </dd>
          </div>
          <div>
            <dt>{text('weighing.on')}</dt>
            <dd>{day(new Date(weighing.at))}</dd>
          </div>
        </dl>
        <p className="quiet">{text('weighing.caveat')}</p>
      </section>
      <section aria-labelledby="questions">
        <h2 id="questions">{text('weighing.questions')}</h2>
        {weighingQuestions.map((name) => {
          const { score, reasons, conditions } = weighing.questions[name];
          return (
            <article key={name} className="card">
              <h3>{text(`weighing.${name}`)}</h3>
              <p className="quiet">{text(`weighing.${name}Means`)}</p>
              <Score score={score} />
              <OfficialText words={reasons} />
              {conditions.length > 0 && (
                <>
                  <p>{text('weighing.conditions')}</p>
                  <ul>
                    {conditions.map((condition) => (
                      <li key={condition}>
                        <OfficialText words={condition} inline />
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </article>
          );
        })}
      </section>
      <section aria-labelledby="steps">
        <h2 id="steps">{text('weighing.steps')}</h2>
        <ol className="weighing-steps card">
          {weighingSteps.map((step) => (
            <li key={step}>
              <h3>{text(`weighing.step.${step}`)}</h3>
              <OfficialText words={weighing.steps[step]} />
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="attached">
        <h2 id="attached">{text('weighing.attached')}</h2>
        {weighing.assessments.length === 0 && <p>{text('weighing.noneAttached')}</p>}
        <ul>
          {weighing.assessments.map(({ type, url, date }) => (
            <li key={url}>
              {text('weighing.assessedOn', {
                what: text(`assessment.${type}`),
                date: calendarDay(date),
              })}
              <br />
              <span className="quiet">{url}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** A score in words, with five blocks that say the same to the eye. */
function Score({ score }: { readonly score: number }) {
  const { text } = useText();
  return (
    <p className="score">
      <strong>{text('weighing.score', { score })}</strong>
      <span aria-hidden="true">
        {[1, 2, 3, 4, 5].map((block) => (
          <span key={block} className={`score-block${block <= score ? ' score-full' : ''}`} />
        ))}
      </span>
    </p>
  );
}
