import { useState } from 'react';
import { useText } from '../i18n/text.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Problem } from '../ui/problem.tsx';
import { MAX_REASON_LENGTH } from './build-decision.ts';
import type { ShownRequest } from './shown-request.ts';
import { OtherRoute } from './step-if-no.tsx';

/** A no, with a reason if the citizen wants to give one. */
export function SayNo({
  shown,
  sending,
  error,
  onNo,
  onBack,
}: {
  readonly shown: ShownRequest;
  readonly sending: boolean;
  readonly error: unknown;
  readonly onNo: (reason: string) => void;
  readonly onBack: () => void;
}) {
  const { text } = useText();
  const [reason, setReason] = useState('');
  const agency = shown.agency.name;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onNo(reason);
      }}
    >
      <PageTitle name={text('request.no.title')}>{text('request.no.title')}</PageTitle>
      <p className="intro">{text('request.no.text', { agency })}</p>
      <OtherRoute shown={shown} />
      <label className="field">
        <span>{text('request.no.reason')}</span>
        <textarea
          rows={3}
          maxLength={MAX_REASON_LENGTH}
          value={reason}
          aria-describedby="reason-hint"
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <p id="reason-hint" className="quiet">
        {text('request.no.reasonHint', { agency })}
      </p>
      {error !== null && error !== undefined && <Problem error={error} sending />}
      <div className="actions">
        <button type="submit" className="button button-main" disabled={sending}>
          {text('request.no.send')}
        </button>
        <button type="button" className="button button-quiet" disabled={sending} onClick={onBack}>
          {text('request.no.back')}
        </button>
      </div>
      <p aria-live="polite">{sending && text('request.summary.sending')}</p>
    </form>
  );
}
