import { type AccessDenial, type AccessGrant, actedByFromFields } from '@grondslag/protocol';
import { useText } from '../i18n/text.tsx';
import { useHelpers } from './helper-queries.ts';
import { nameOf } from './name-of.ts';

/** That a helper took a decision for the citizen, as a line of what it says; nothing of one's own decisions. */
export function ChosenBy({ decision }: { readonly decision: AccessGrant | AccessDenial }) {
  const { text } = useText();
  const helpers = useHelpers();
  const actedBy = actedByFromFields(decision.credentialSubject.providedConsent);
  if (!actedBy) return null;
  const helper = helpers.data?.find(({ id }) => id === actedBy.helper);
  return (
    <div>
      <dt>{text('grants.chosenBy')}</dt>
      <dd>
        {helper
          ? text('grants.byHelper', { name: nameOf(helper) })
          : text('grants.byUnknownHelper')}
      </dd>
    </div>
  );
}
