import { type AccessDenial, type AccessGrant, actedByFromFields } from '@grondslag/protocol';
import { useText } from '../i18n/text.tsx';
import { DoneBy } from './done-by.tsx';

/** That a helper took a decision for the citizen, as a line of what it says; nothing of one's own decisions. */
export function ChosenBy({ decision }: { readonly decision: AccessGrant | AccessDenial }) {
  const actedBy = actedByFromFields(decision.credentialSubject.providedConsent);
  return <ByLine helper={actedBy?.helper} />;
}

/** The same of what a helper told or asked, by the helper's id. */
export function ByLine({ helper }: { readonly helper: string | undefined }) {
  const { text } = useText();
  if (helper === undefined) return null;
  return (
    <div>
      <dt>{text('grants.chosenBy')}</dt>
      <dd>
        <DoneBy helper={helper} />
      </dd>
    </div>
  );
}
