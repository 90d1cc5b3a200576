import { factPhrase } from '../facts/fact-words.ts';
import { kindOf } from '../facts/shown-fact.ts';
import { useText } from '../i18n/text.tsx';
import { fieldsInWords, partInWords } from '../lawful-access/data-words.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { Problem } from '../ui/problem.tsx';
import { TheirWords } from '../ui/their-words.tsx';
import { purposeLabel } from './purposes.ts';
import { allFieldsOf, sharedOf } from './shared-parts.ts';
import type { ShownRequest } from './shown-request.ts';
import { type SpecialKind, specialInWords } from './special-kinds.ts';
import type { Moves } from './step-frame.tsx';
import type { Draft } from './steps.ts';

/** All that will hold after a yes, then the decision: yes (or yes to a part) and no, equally easy. */
export function StepSummary({
  shown,
  moves,
  draft,
  explicit,
  sending,
  error,
  onYes,
}: {
  readonly shown: ShownRequest;
  readonly moves: Moves;
  readonly draft: Draft;
  /** What the citizen said yes to apart. */
  readonly explicit: readonly SpecialKind[];
  readonly sending: boolean;
  readonly error: unknown;
  readonly onYes: () => void;
}) {
  const words = useText();
  const { text, until } = words;
  const { agency, asked, explanation, request } = shown;
  const offered = asked.needs.flatMap(({ facts, unusable }) => [...facts, ...unusable]);
  const shared = offered.filter(({ resource }) => draft.facts.includes(resource));
  const notShared = offered.filter(({ resource }) => !draft.facts.includes(resource));
  const parts = shared.flatMap((view) => {
    const fields = sharedOf(draft.shared, view);
    const kept = allFieldsOf(view).filter((name) => !fields.includes(name));
    return kept.length === 0 ? [] : [{ view, kept }];
  });
  const { forPurpose = [] } = request.credentialSubject.hasConsent;
  const purposes = forPurpose.length > 1 ? draft.purposes : forPurpose;
  const notFor = forPurpose.filter((purpose) => !purposes.includes(purpose));
  const isPart =
    shared.length < offered.length ||
    notFor.length > 0 ||
    parts.some(({ view, kept }) => kept.some((name) => view.asked.includes(name)));
  const requiredMissing = asked.needs.some(
    ({ required, facts }) =>
      required && !facts.some(({ resource }) => draft.facts.includes(resource)),
  );
  return (
    <>
      <p className="step">
        {text('request.step', {
          step: moves.steps.indexOf('summary') + 1,
          count: moves.steps.length,
        })}
      </p>
      <PageTitle name={text('request.summary.title')}>{text('request.summary.title')}</PageTitle>
      <dl className="lines card">
        <div>
          <dt>{text('request.summary.who')}</dt>
          <dd className="value">{agency.name}</dd>
        </div>
        <div>
          <dt>{text('request.summary.purpose')}</dt>
          {explanation && (
            <dd>
              <TheirWords words={explanation.purposeInWords} />
            </dd>
          )}
          {purposes.map((purpose) => (
            <dd key={purpose}>{text(purposeLabel(purpose, words) ?? 'purpose.unknown')}</dd>
          ))}
          {!explanation && purposes.length === 0 && <dd>{text('purpose.none')}</dd>}
        </div>
        {notFor.length > 0 && (
          <div>
            <dt>{text('request.summary.notFor')}</dt>
            {notFor.map((purpose) => (
              <dd key={purpose}>{text(purposeLabel(purpose, words) ?? 'purpose.unknown')}</dd>
            ))}
          </div>
        )}
        <div>
          <dt>{text('request.summary.facts')}</dt>
          {shared.map((view) => (
            <dd key={view.resource} className="value starts-sentence">
              {partInWords(
                factPhrase(view.resource, view, words),
                draft.shared.find(({ resource }) => resource === view.resource),
                words,
              )}
            </dd>
          ))}
        </div>
        {notShared.length + parts.length > 0 && (
          <div>
            <dt>{text('request.summary.notShared')}</dt>
            {notShared.map((view) => (
              <dd key={view.resource} className="starts-sentence">
                {factPhrase(view.resource, view, words)}
              </dd>
            ))}
            {parts.map(({ view, kept }) => (
              <dd key={view.resource} className="starts-sentence">
                {text('request.summary.kept', {
                  fact: factPhrase(view.resource, view, words),
                  fields: fieldsInWords({ fields: kept, claimType: kindOf(view.fact)?.[0] }, words),
                })}
              </dd>
            ))}
          </div>
        )}
        {explicit.length > 0 && (
          <div>
            <dt>{text('request.summary.explicit')}</dt>
            {explicit.map((kind) => (
              <dd key={kind.claimType} className="value starts-sentence">
                {specialInWords(kind, words)}
              </dd>
            ))}
          </div>
        )}
        <div>
          <dt>{text('request.summary.until')}</dt>
          {draft.endsAt && <dd className="value">{until(draft.endsAt)}</dd>}
        </div>
      </dl>
      {requiredMissing && (
        <p className="notice">{text('request.summary.requiredMissing', { agency: agency.name })}</p>
      )}
      <p>
        {text('request.summary.onlyRead')} {text('request.summary.stop')}
      </p>
      <p className="side-by-side">
        <button type="button" className="button button-quiet" onClick={() => moves.to('facts')}>
          {text('request.summary.changeFacts')}
        </button>
        <button type="button" className="button button-quiet" onClick={() => moves.to('end')}>
          {text('request.summary.changeEnd')}
        </button>
      </p>
      {error !== null && error !== undefined && <Problem error={error} sending />}
      <div className="actions actions-equal">
        <button type="button" className="button button-choice" disabled={sending} onClick={onYes}>
          {text(isPart ? 'request.summary.part' : 'request.summary.yes')}
        </button>
        <button
          type="button"
          className="button button-choice"
          disabled={sending}
          onClick={moves.sayNo}
        >
          {text('request.sayNo')}
        </button>
        <button
          type="button"
          className="button button-quiet"
          disabled={sending}
          onClick={moves.previous}
        >
          {text('request.previous')}
        </button>
      </div>
      <p aria-live="polite">{sending && text('request.summary.sending')}</p>
    </>
  );
}
