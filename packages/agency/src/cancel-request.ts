import { authorityPaths, type StatusChange } from '@grondslag/protocol';
import type { AuthorityConnection } from './connect-authority.ts';
import type { DecisionNews } from './events/decision-news.ts';
import type { DecisionOutcome } from './outcomes.ts';
import { refusedAnswer } from './parse-answer.ts';
import { waitForDecision } from './wait-for-decision.ts';

/**
 * Takes a question back, for good. A citizen who is reading it is told at once. Doing it again changes nothing.
 *
 * Resolves to where the question stands now: `canceled`, or the decision when the citizen was first. A grant then
 * holds; it is the citizen's to end.
 */
export async function cancelRequest(
  powers: {
    readonly authority: AuthorityConnection;
    readonly webId: string;
    readonly now: () => Date;
    readonly news: DecisionNews;
  },
  requestId: string,
): Promise<DecisionOutcome> {
  const { authority } = powers;
  const { id } = await authority.request(requestId);
  const change: StatusChange = {
    credentialId: id,
    credentialStatus: [{ type: 'RevocationList2020Status', status: '1' }],
  };
  const response = await authority.fetch(new URL(authorityPaths.status, authority.url).href, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(change),
  });
  if (!response.ok) throw await refusedAnswer(response, 'the request to be taken back');
  return waitForDecision(powers, id, { timeoutSeconds: 0 });
}
