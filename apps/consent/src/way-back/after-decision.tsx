import { useText } from '../i18n/text.tsx';
import { addressBack, type WayBack } from './check-way-back.ts';
import { NoWayBack } from './no-way-back.tsx';

/** The way back with the decision. */
export function AfterDecision({
  wayBack,
  agency,
  decisionId,
}: {
  readonly wayBack: WayBack | undefined;
  readonly agency: string;
  readonly decisionId: string;
}) {
  const { text } = useText();
  if (!wayBack) return null;
  if (!wayBack.allowed) return <NoWayBack host={wayBack.host} agency={agency} />;
  return (
    <p>
      <a className="button button-main" href={addressBack(wayBack, decisionId)}>
        {text('wayBack.go', { host: wayBack.host })}
      </a>
    </p>
  );
}
