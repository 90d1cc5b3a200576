import { acl } from '@grondslag/vocab';
import { useText } from '../i18n/text.tsx';
import { Quote } from '../ui/quote.tsx';
import { asksToRead } from './build-decision.ts';
import { purposeLabel } from './purposes.ts';
import type { ShownRequest } from './shown-request.ts';
import { type Moves, StepFrame } from './step-frame.tsx';

/** What it is for: the agency's own words, beside the fixed label of the vocabulary. */
export function StepPurpose({
  shown,
  moves,
}: {
  readonly shown: ShownRequest;
  readonly moves: Moves;
}) {
  const words = useText();
  const { text } = words;
  const { agency, explanation, request } = shown;
  const { forPurpose = [], mode } = request.credentialSubject.hasConsent;
  return (
    <StepFrame step="purpose" title={text('request.purpose.title')} moves={moves}>
      {explanation ? (
        <Quote by={agency.name} words={explanation.purposeInWords} />
      ) : (
        <p className="notice">{text('request.purpose.noWords', { agency: agency.name })}</p>
      )}
      <dl className="lines">
        <div>
          <dt>{text('request.purpose.label')}</dt>
          {forPurpose.length === 0 && <dd>{text('purpose.none')}</dd>}
          {forPurpose.map((purpose) => (
            <dd key={purpose}>{text(purposeLabel(purpose, words) ?? 'purpose.unknown')}</dd>
          ))}
        </div>
      </dl>
      {mode.some((one) => one !== acl.Read) && (
        <p className="notice notice-bad">{text('request.purpose.change')}</p>
      )}
      {!asksToRead(request) && <p className="notice">{text('request.purpose.noRead')}</p>}
    </StepFrame>
  );
}
