import { acl } from '@grondslag/vocab';
import { useState } from 'react';
import { useText } from '../i18n/text.tsx';
import { FieldError } from '../ui/field-error.tsx';
import { Quote } from '../ui/quote.tsx';
import { asksSeveralPurposes, asksToRead } from './build-decision.ts';
import { purposeLabel } from './purposes.ts';
import type { ShownRequest } from './shown-request.ts';
import { type Moves, StepFrame } from './step-frame.tsx';

const ERROR = 'purpose-error';

/** What it is for: the agency's own words, beside the fixed labels of the vocabulary; of several, which may be. */
export function StepPurpose({
  shown,
  moves,
  chosen,
  onChoose,
}: {
  readonly shown: ShownRequest;
  readonly moves: Moves;
  readonly chosen: readonly string[];
  readonly onChoose: (purposes: readonly string[]) => void;
}) {
  const words = useText();
  const { text } = words;
  const { agency, explanation, request } = shown;
  const { forPurpose = [], mode } = request.credentialSubject.hasConsent;
  const [attempt, setAttempt] = useState(0);
  const label = (purpose: string) => text(purposeLabel(purpose, words) ?? 'purpose.unknown');
  const several = asksSeveralPurposes(request) && moves.power === 'decide';
  function next() {
    if (!several || chosen.length > 0) return moves.next();
    setAttempt(attempt + 1);
  }
  return (
    <StepFrame step="purpose" title={text('request.purpose.title')} moves={moves} onNext={next}>
      {explanation ? (
        <Quote by={agency.name} words={explanation.purposeInWords} />
      ) : (
        <p className="notice">{text('request.purpose.noWords', { agency: agency.name })}</p>
      )}
      {several ? (
        <fieldset className="card" aria-describedby={ERROR}>
          <legend>{text('request.purpose.choose')}</legend>
          <FieldError id={ERROR} attempt={attempt} message={text('request.purpose.noneChosen')} />
          {forPurpose.map((purpose) => (
            <label key={purpose} className="tick">
              <input
                type="checkbox"
                checked={chosen.includes(purpose)}
                onChange={({ target }) => {
                  setAttempt(0);
                  onChoose(
                    forPurpose.filter((one) =>
                      one === purpose ? target.checked : chosen.includes(one),
                    ),
                  );
                }}
              />
              <span>{label(purpose)}</span>
            </label>
          ))}
        </fieldset>
      ) : (
        <dl className="lines">
          <div>
            <dt>{text('request.purpose.label')}</dt>
            {forPurpose.length === 0 && <dd>{text('purpose.none')}</dd>}
            {forPurpose.map((purpose) => (
              <dd key={purpose}>{label(purpose)}</dd>
            ))}
          </div>
        </dl>
      )}
      {mode.some((one) => one !== acl.Read) && (
        <p className="notice notice-bad">{text('request.purpose.change')}</p>
      )}
      {!asksToRead(request) && <p className="notice">{text('request.purpose.noRead')}</p>}
    </StepFrame>
  );
}
