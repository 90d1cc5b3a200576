import { type AccessRequest, type Explanation, explanationFromFields } from '@grondslag/protocol';
import { AgencyError } from './errors.ts';

/**
 * What this agency said to the citizen when it asked.
 *
 * @throws {AgencyError} `grant_without_request` when the request is of another agency, or was not made with this kit
 */
export function readExplanation(request: AccessRequest, webId: string): Explanation {
  const { id, hasConsent } = request.credentialSubject;
  const explanation = id === webId ? explanationFromFields(hasConsent) : undefined;
  if (explanation) return explanation;
  throw new AgencyError(
    'grant_without_request',
    'Expected an access request of this agency with needs, purpose and other route, got another kind. Ask with requestAccess.',
  );
}
