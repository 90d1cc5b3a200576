import { localText } from '../i18n/language.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { Icon } from '../ui/icon.tsx';
import { type FactView, readablePath } from './fact-view.ts';
import { explainLeftOut, factLines, factTitle } from './fact-words.ts';

/** Whether a fact is verified; when not, why and what to do. */
export function FactCheck({ view }: { readonly view: FactView }) {
  const { text } = useText();
  const unverified = view.check.verified ? undefined : explainLeftOut(view.check.reason);
  return unverified === undefined ? (
    <span className="mark mark-good">
      <Icon name="good" /> {text('facts.verified')}
    </span>
  ) : (
    <>
      <span className="mark mark-bad">
        <Icon name="bad" /> {text(unverified.mark)}
      </span>
      <span className="mark-why">{text(unverified.why)}</span>
    </>
  );
}

/** Everything the citizen may know of one fact in the own vault. */
export function FactCard({ view }: { readonly view: FactView }) {
  const words = useText();
  const { text, day } = words;
  const { language } = useLanguage();
  const source = view.source && localText(view.source, language);
  return (
    <article className="card">
      <h3>{factTitle(view.fact, words)}</h3>
      {!view.fact && <p>{text('facts.noValue')}</p>}
      <dl className="lines">
        {view.fact &&
          factLines(view.fact, words).map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="value">{value}</dd>
            </div>
          ))}
        {!view.fact && (
          <div>
            <dt>{text('facts.file')}</dt>
            <dd>{readablePath(view.resource)}</dd>
          </div>
        )}
        <div>
          <dt>{text('facts.source')}</dt>
          <dd>{source ?? text('facts.sourceUnknown')}</dd>
        </div>
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
        <div>
          <dt>{text('facts.check')}</dt>
          <dd>
            <FactCheck view={view} />
          </dd>
        </div>
      </dl>
      {view.check.verified && source && (
        <details>
          <summary>{text('facts.verifiedMeaning')}</summary>
          <p>{text('facts.verifiedExplanation', { source, date: day(view.check.at) })}</p>
        </details>
      )}
      {source && <p className="quiet">{text('facts.wrong', { source })}</p>}
    </article>
  );
}
