import type { CorrectionView } from '@grondslag/legal-basis';
import { useMayAct } from '../helpers/may-act.ts';
import { localText } from '../i18n/language.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { shortId } from '../routes.tsx';
import { Link } from '../ui/link.tsx';
import { factAddress } from './fact-address.ts';
import { FactLines } from './fact-lines.tsx';
import { type FactView, readablePath } from './fact-view.ts';
import { factTitle } from './shown-fact.ts';
import { WhomToAsk } from './whom-to-ask.tsx';

/** Everything the citizen may know of one fact in the own vault. */
export function FactCard({
  view,
  report,
}: {
  readonly view: FactView;
  /** The newest error reported in it. */
  readonly report?: CorrectionView | undefined;
}) {
  const words = useText();
  const { text, day } = words;
  const { language } = useLanguage();
  const mayAct = useMayAct();
  const isOpen = report?.state === 'received' || report?.state === 'in-examination';
  const source = view.source && localText(view.source, language);
  return (
    <article className="card">
      <h3>{factTitle(view.fact, words)}</h3>
      {!view.fact && <p>{text('facts.noValue')}</p>}
      <FactLines view={view}>
        {!view.fact && (
          <div>
            <dt>{text('facts.file')}</dt>
            <dd>{readablePath(view.resource)}</dd>
          </div>
        )}
        {view.validFrom && (
          <div>
            <dt>{text('facts.givenOn')}</dt>
            <dd>{day(view.validFrom)}</dd>
          </div>
        )}
        {view.validUntil && (
          <div>
            <dt>{text('facts.validUntil')}</dt>
            <dd>{day(view.validUntil)}</dd>
          </div>
        )}
      </FactLines>
      {view.check.verified && source && (
        <details>
          <summary>{text('facts.verifiedMeaning')}</summary>
          <p>{text('facts.verifiedExplanation', { source, date: day(view.check.at) })}</p>
        </details>
      )}
      {report && (
        <p>
          {text('facts.reported', { date: day(new Date(report.correction.receivedAt)) })}{' '}
          <Link to="correction" id={shortId(report.correction.id)}>
            {text('facts.seeReport', { fact: factTitle(view.fact, words) })}
          </Link>
        </p>
      )}
      {view.origin && !isOpen && mayAct && (
        <p>
          <Link to="report" id={factAddress(view.resource)}>
            {text('facts.report', { fact: factTitle(view.fact, words) })}
          </Link>
        </p>
      )}
      {!view.origin && <WhomToAsk resource={view.resource} />}
    </article>
  );
}
