import { useText } from '../i18n/text.tsx';
import type { ShownRequest } from '../requests/shown-request.ts';
import { addressBack } from './check-way-back.ts';
import { NoWayBack } from './no-way-back.tsx';

/** Where the citizen goes after the decision, and the way there without one. */
export function BeforeDecision({ shown }: { readonly shown: ShownRequest }) {
  const { text } = useText();
  const { wayBack } = shown;
  if (!wayBack) return null;
  const agency = shown.agency.name;
  if (!wayBack.allowed) return <NoWayBack host={wayBack.host} agency={agency} />;
  const { host } = wayBack;
  return (
    <div className="notice">
      <p>{text('wayBack.after', { host, agency })}</p>
      <p>
        <a href={addressBack(wayBack)}>{text('wayBack.without', { host })}</a>
      </p>
    </div>
  );
}
