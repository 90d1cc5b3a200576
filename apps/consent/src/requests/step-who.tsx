import type { ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';
import { RequestWarnings } from './request-warnings.tsx';
import type { ShownRequest } from './shown-request.ts';
import { type Moves, StepFrame } from './step-frame.tsx';

/** Who asks, and whether they are known. */
export function StepWho({
  shown,
  moves,
  ready = true,
  warnings = <RequestWarnings request={shown.request.id} />,
}: {
  readonly shown: ShownRequest;
  readonly moves: Moves;
  /** Whether it is known what the rules say against the question. */
  readonly ready?: boolean;
  readonly warnings?: ReactNode;
}) {
  const { text, day } = useText();
  const { agency, request } = shown;
  return (
    <StepFrame
      step="who"
      title={text('request.who.title', { agency: agency.name })}
      moves={moves}
      ready={ready}
    >
      {moves.power === 'decide' && <p className="intro">{text('request.who.howItWorks')}</p>}
      {ready && (
        <>
          <p className={agency.known ? 'notice notice-good' : 'notice notice-bad'}>
            {text(agency.known ? 'agency.known' : 'agency.unknown')}
          </p>
          {warnings}
          <dl className="lines">
            <div>
              <dt>{text('request.who.name')}</dt>
              <dd className="value">{agency.name}</dd>
            </div>
            <div>
              <dt>{text('request.who.address')}</dt>
              <dd>{new URL(request.credentialSubject.id).host}</dd>
            </div>
            <div>
              <dt>{text('request.who.askedOn')}</dt>
              <dd>{day(new Date(request.issuanceDate))}</dd>
            </div>
          </dl>
        </>
      )}
    </StepFrame>
  );
}
