import { useState } from 'react';
import { FactLines } from '../facts/fact-lines.tsx';
import { readablePath } from '../facts/fact-view.ts';
import { factTitle } from '../facts/shown-fact.ts';
import { claimTypeAt, themeInWords, themeOf } from '../facts/themes.ts';
import { citizenOf } from '../helpers/name-of.ts';
import { useText } from '../i18n/text.tsx';
import { daysInWords } from '../lawful-access/days-in-words.ts';
import { useServices } from '../services.tsx';
import { FieldError } from '../ui/field-error.tsx';
import type { Loadable } from '../ui/loadable.ts';
import { Problem } from '../ui/problem.tsx';
import { Quote } from '../ui/quote.tsx';
import { ChooseFields } from './choose-fields.tsx';
import { isEmptyShare, shareFields } from './shared-parts.ts';
import type { ShownRequest } from './shown-request.ts';
import type { AskedFact, AskedFacts } from './sort-asked-facts.ts';
import type { SpecialKind } from './special-kinds.ts';
import { type Moves, StepFrame } from './step-frame.tsx';
import type { Draft } from './steps.ts';

/** What is ticked, and how that changes. */
interface Choice {
  readonly chosen: Pick<Draft, 'facts' | 'shared'>;
  readonly onTick: (view: AskedFact, ticked: boolean) => void;
  readonly onChooseFields: (view: AskedFact, fields: readonly string[]) => void;
}

/** Who it is that alone can share a fact, of facts that this person cannot. */
type OnlyFor = (view: AskedFact) => string | undefined;

/** One fact with the citizen's own values and, when it can be shared, a checkbox. */
function FactChoice({
  view,
  choice,
  onlyFor,
}: {
  readonly view: AskedFact;
  readonly choice?: Choice | undefined;
  readonly onlyFor?: string | undefined;
}) {
  const words = useText();
  const { text } = words;
  const ticked = choice?.chosen.facts.includes(view.resource) ?? false;
  const values = `values-${encodeURIComponent(view.resource)}`;
  return (
    <li className="choice">
      {choice ? (
        <label className="tick">
          <input
            type="checkbox"
            checked={ticked}
            aria-describedby={values}
            onChange={(event) => choice.onTick(view, event.target.checked)}
          />
          <span>{text('request.facts.share', { fact: factTitle(view.fact, words) })}</span>
        </label>
      ) : (
        <p className="choice-title">{factTitle(view.fact, words)}</p>
      )}
      <FactLines view={view} id={values} />
      {onlyFor !== undefined && <p>{text('request.facts.onlyFor', { name: onlyFor })}</p>}
      {choice && (
        <ChooseFields
          view={view}
          ticked={ticked}
          shared={choice.chosen.shared}
          onChoose={(fields) => choice.onChooseFields(view, fields)}
        />
      )}
    </li>
  );
}

/** One need: what, whether needed, why, and the facts that meet it. */
function NeedChoice({
  need,
  number,
  agency,
  choice,
  onlyFor,
}: {
  readonly need: AskedFacts;
  readonly number: number;
  readonly agency: string;
  /** Absent for who may only read the question. */
  readonly choice: Choice | undefined;
  readonly onlyFor: OnlyFor;
}) {
  const { helping } = useServices();
  const words = useText();
  const { text } = words;
  const single = [...need.facts, ...need.unusable].find(
    ({ resource }) => resource === need.resource,
  );
  const what = single ? factTitle(single.fact, words) : themeInWords(themeOf(need.resource), words);
  return (
    <fieldset className="card" aria-describedby={`need-${number}`}>
      <legend>
        {need.reason ? text('request.facts.need', { number, what }) : text('request.facts.also')}
      </legend>
      <div id={`need-${number}`}>
        <p>
          <strong>
            {text(need.required ? 'request.facts.required' : 'request.facts.optional')}.
          </strong>{' '}
          {need.required
            ? text('request.facts.requiredMeaning', { agency })
            : text('request.facts.optionalMeaning', { agency })}
        </p>
        {need.reason ? (
          <Quote by={agency} words={need.reason} />
        ) : (
          <p className="quiet">{text('request.facts.noReason', { agency })}</p>
        )}
        {need.maxAgeDays !== undefined && (
          <p>{text('request.facts.maxAge', { time: daysInWords(need.maxAgeDays, words) })}</p>
        )}
      </div>
      {need.above && <p>{text('request.facts.above')}</p>}
      {!need.above && need.facts.length + need.unusable.length === 0 && (
        <p>{text(helping ? 'request.facts.notShown' : 'request.facts.none')}</p>
      )}
      <ul className="plain">
        {need.facts.map((view) => (
          <FactChoice
            key={view.resource}
            view={view}
            choice={onlyFor(view) === undefined ? choice : undefined}
            onlyFor={choice && onlyFor(view)}
          />
        ))}
      </ul>
      {need.unusable.length > 0 && (
        <>
          <p className="choice-rest">{text('request.facts.cannotShare')}</p>
          <ul className="plain">
            {need.unusable.map((view) => (
              <FactChoice key={view.resource} view={view} />
            ))}
          </ul>
        </>
      )}
    </fieldset>
  );
}

/** Which facts: the citizen's own values, each with a checkbox, nothing ticked beforehand. */
export function StepFacts({
  shown,
  moves,
  chosen,
  onChoose,
  factsProblem,
  closed,
}: {
  readonly shown: ShownRequest;
  readonly moves: Moves;
  readonly chosen: Choice['chosen'];
  readonly onChoose: (chosen: Choice['chosen']) => void;
  /** Set when the citizen's facts could not be read. */
  readonly factsProblem: Loadable<unknown> | undefined;
  /** Kinds that only the citizen says yes to. */
  readonly closed: readonly SpecialKind[];
}) {
  const { text } = useText();
  const { helping } = useServices();
  const [attempt, setAttempt] = useState(0);
  const { asked, agency } = shown;

  const { facts, shared } = chosen;
  const mayChoose = moves.power === 'decide';
  const onlyFor: OnlyFor = ({ resource }) =>
    helping && closed.some(({ claimType }) => claimType === claimTypeAt(resource))
      ? citizenOf(helping)
      : undefined;

  function choose(next: Choice['chosen']) {
    setAttempt(0);
    onChoose(next);
  }
  const choice: Choice = {
    chosen,
    onTick: (view, ticked) =>
      choose({
        facts: ticked
          ? [...facts, view.resource]
          : facts.filter((resource) => resource !== view.resource),
        shared: shareFields(shared, view, view.asked),
      }),
    onChooseFields: (view, fields) => choose({ facts, shared: shareFields(shared, view, fields) }),
  };
  function next() {
    if (facts.length > 0 && !isEmptyShare(chosen)) return moves.next();
    setAttempt(attempt + 1);
  }
  return (
    <StepFrame step="facts" title={text('request.facts.title')} moves={moves} onNext={next}>
      <p className="intro">
        {text(mayChoose ? 'request.facts.intro' : 'request.facts.introReading')}
      </p>
      <FieldError
        id="facts-error"
        attempt={attempt}
        message={text(
          facts.length === 0 ? 'request.facts.nothingChosen' : 'request.fields.noneChosen',
        )}
      />
      {factsProblem && <Problem error={factsProblem.error} retry={factsProblem.retry} />}
      {asked.needs.map((need, index) => (
        <NeedChoice
          key={`${need.resource} ${need.required}`}
          need={need}
          number={index + 1}
          agency={agency.name}
          choice={mayChoose ? choice : undefined}
          onlyFor={onlyFor}
        />
      ))}
      {asked.unknown.map((resource) => (
        <p key={resource} className="notice notice-bad">
          {text('request.facts.cannotShow', { path: readablePath(resource) })}
        </p>
      ))}
    </StepFrame>
  );
}
