import { useState } from 'react';
import { useText } from '../i18n/text.tsx';
import { FieldError } from '../ui/field-error.tsx';
import type { ShownRequest } from './shown-request.ts';
import { type Moves, StepFrame } from './step-frame.tsx';

const ERROR = 'mode-error';

/** Whether they may only read, or change something too; nothing chosen beforehand. */
export function StepMode({
  shown: { agency },
  moves,
  mayChange,
  onChoose,
}: {
  readonly shown: ShownRequest;
  readonly moves: Moves;
  readonly mayChange: boolean | undefined;
  readonly onChoose: (mayChange: boolean) => void;
}) {
  const { text } = useText();
  const [attempt, setAttempt] = useState(0);
  function next() {
    if (mayChange !== undefined) return moves.next();
    setAttempt(attempt + 1);
  }
  return (
    <StepFrame step="mode" title={text('request.mode.title')} moves={moves} onNext={next}>
      <p className="intro">{text('request.mode.intro', { agency: agency.name })}</p>
      <fieldset className="card" aria-describedby={ERROR}>
        <legend>{text('request.mode.legend')}</legend>
        <FieldError id={ERROR} attempt={attempt} message={text('request.mode.noChoice')} />
        {([false, true] as const).map((change) => (
          <label key={String(change)} className="tick">
            <input
              type="radio"
              name="mode"
              checked={mayChange === change}
              onChange={() => {
                setAttempt(0);
                onChoose(change);
              }}
            />
            <span>{text(change ? 'request.mode.change' : 'request.mode.read')}</span>
          </label>
        ))}
      </fieldset>
      <p className="notice">{text('request.mode.warning')}</p>
    </StepFrame>
  );
}
