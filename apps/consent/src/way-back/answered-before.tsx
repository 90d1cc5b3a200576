import type { Participants } from '@grondslag/protocol';
import { showAgency } from '../agencies/agency-queries.ts';
import { useActiveGrants } from '../grants/grant-queries.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { useDenials } from '../requests/request-queries.ts';
import { shortId } from '../routes.tsx';
import { together } from '../ui/loadable.ts';
import { AfterDecision } from './after-decision.tsx';
import { findWayBack } from './keep-way-back.ts';

/** The way back after a question the citizen answered before; `id` is the short id of the request. */
export function AnsweredBefore({
  id,
  participants,
}: {
  readonly id: string;
  readonly participants: Participants;
}) {
  const { text } = useText();
  const { language } = useLanguage();
  const decisions = together({ grants: useActiveGrants(), denials: useDenials() }).data;
  const decision = [...(decisions?.grants ?? []), ...(decisions?.denials ?? [])].find(
    ({ credentialSubject }) => {
      const { request, verifiedRequest = request } = credentialSubject.providedConsent;
      return verifiedRequest !== undefined && shortId(verifiedRequest) === id;
    },
  );
  if (!decision) return null;
  const webId = decision.credentialSubject.providedConsent.isProvidedTo;
  return (
    <AfterDecision
      wayBack={findWayBack(sessionStorage, id, webId, participants)}
      agency={showAgency(webId, participants, language, text).name}
      decisionId={decision.id}
    />
  );
}
