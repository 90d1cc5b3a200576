import { useState } from 'react';
import { useText } from '../i18n/text.tsx';
import { FieldError } from '../ui/field-error.tsx';
import { type EndChoice, endOfTypedDay, endOptions, typedDay } from './end-dates.ts';
import type { ShownRequest } from './shown-request.ts';
import { type Moves, StepFrame } from './step-frame.tsx';

const ERROR = 'end-error';

/** Until when: as long as asked, or shorter; nothing chosen beforehand. */
export function StepEnd({
  shown: { askedUntil },
  moves,
  endsAt,
  onChoose,
}: {
  readonly shown: ShownRequest;
  readonly moves: Moves;
  readonly endsAt: Date | undefined;
  readonly onChoose: (endsAt: Date | undefined) => void;
}) {
  const { text, until } = useText();
  const [now] = useState(() => new Date());
  const options = endOptions(askedUntil, now);
  const [choice, setChoice] = useState<EndChoice | 'own' | undefined>(() => {
    if (!endsAt) return undefined;
    return options.find(({ at }) => at.getTime() === endsAt.getTime())?.choice ?? 'own';
  });
  const [typed, setTyped] = useState(() => (endsAt && choice === 'own' ? typedDay(endsAt) : ''));
  const [attempt, setAttempt] = useState(0);
  const message = text(choice === 'own' ? 'request.end.noDay' : 'request.end.noChoice');

  function choose(next: EndChoice | 'own', at: Date | undefined) {
    setAttempt(0);
    setChoice(next);
    onChoose(at);
  }
  function next() {
    if (endsAt) return moves.next();
    setAttempt(attempt + 1);
  }
  return (
    <StepFrame step="end" title={text('request.end.title')} moves={moves} onNext={next}>
      <p className="intro">
        {askedUntil
          ? text('request.end.intro', { until: until(askedUntil) })
          : text('request.end.introOpen')}
      </p>
      <fieldset className="card" aria-describedby={ERROR}>
        <legend>{text('request.end.legend')}</legend>
        <FieldError id={ERROR} attempt={attempt} message={message} />
        {options.map((option) => (
          <label key={option.choice} className="tick">
            <input
              type="radio"
              name="end"
              checked={choice === option.choice}
              onChange={() => choose(option.choice, option.at)}
            />
            <span>{text(`request.end.${option.choice}`, { until: until(option.at) })}</span>
          </label>
        ))}
        <label className="tick">
          <input
            type="radio"
            name="end"
            checked={choice === 'own'}
            onChange={() => choose('own', endOfTypedDay(typed, askedUntil, now))}
          />
          <span>{text('request.end.own')}</span>
        </label>
        {choice === 'own' && (
          <label className="field">
            <span>{text('request.end.ownDay')}</span>
            <input
              type="date"
              value={typed}
              min={typedDay(now)}
              max={askedUntil && typedDay(askedUntil)}
              aria-describedby={ERROR}
              aria-invalid={attempt > 0}
              onChange={(event) => {
                setTyped(event.target.value);
                choose('own', endOfTypedDay(event.target.value, askedUntil, now));
              }}
            />
          </label>
        )}
      </fieldset>
    </StepFrame>
  );
}
