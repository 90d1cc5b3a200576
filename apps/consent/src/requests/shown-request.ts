import { type AccessRequest, type Explanation, explanationFromFields } from '@grondslag/protocol';
import type { ShownAgency } from '../agencies/agency-queries.ts';
import type { WayBack } from '../way-back/check-way-back.ts';
import type { Asked } from './sort-asked-facts.ts';

/** A question with all that is needed to show it. */
export interface ShownRequest {
  readonly request: AccessRequest;
  readonly agency: ShownAgency;
  readonly asked: Asked;
  /** The agency's words; absent when it gave none that can be read. */
  readonly explanation: Explanation | undefined;
  /** End that was asked. */
  readonly askedUntil: Date | undefined;
  /** Where the agency wants the citizen back; absent when it did not send the citizen here. */
  readonly wayBack: WayBack | undefined;
}

/** Reads what a question says beyond its sorted facts. */
export function showRequest(
  request: AccessRequest,
  agency: ShownAgency,
  asked: Asked,
  wayBack: WayBack | undefined,
): ShownRequest {
  return {
    request,
    agency,
    asked,
    wayBack,
    explanation: explanationFromFields(request.credentialSubject.hasConsent),
    askedUntil: request.expirationDate ? new Date(request.expirationDate) : undefined,
  };
}
