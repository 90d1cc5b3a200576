import {
  type AccessDenial,
  type AccessGrant,
  type AccessRequest,
  explanationFromFields,
} from '@grondslag/protocol';
import { showAgency, useParticipants } from '../agencies/agency-queries.ts';
import { factPhrase } from '../facts/fact-words.ts';
import { grantedFacts } from '../grants/granted-facts.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { TheirWords } from '../ui/their-words.tsx';

/** Who may read what, what for and until when; of a no, who reads nothing. */
export function DecisionLines({
  request,
  decision,
}: {
  readonly request: AccessRequest;
  readonly decision: AccessGrant | AccessDenial;
}) {
  const words = useText();
  const { text, until } = words;
  const { language } = useLanguage();
  const { data } = useParticipants();
  const agency = request.credentialSubject.id;
  const explanation = explanationFromFields(request.credentialSubject.hasConsent);
  const known = data ?? { agencies: [], sources: [] };
  const facts = isGrant(decision)
    ? grantedFacts(decision, (resource) => factPhrase(resource, undefined, words), words)
    : [];
  return (
    <dl className="lines card">
      <div>
        <dt>{text('request.summary.who')}</dt>
        <dd className="value">{showAgency(agency, known, language, text).name}</dd>
      </div>
      {explanation && (
        <div>
          <dt>{text('request.summary.purpose')}</dt>
          <dd>
            <TheirWords words={explanation.purposeInWords} />
          </dd>
        </div>
      )}
      <div>
        <dt>{text('request.summary.facts')}</dt>
        {facts.length === 0 && <dd className="value">{text('counter.nothing')}</dd>}
        {facts.map((fact) => (
          <dd key={fact} className="value starts-sentence">
            {fact}
          </dd>
        ))}
      </div>
      {isGrant(decision) && decision.expirationDate && (
        <div>
          <dt>{text('request.summary.until')}</dt>
          <dd className="value">{until(new Date(decision.expirationDate))}</dd>
        </div>
      )}
    </dl>
  );
}

/** Whether a decision is a yes. */
export function isGrant(decision: AccessGrant | AccessDenial): decision is AccessGrant {
  return decision.type.includes('SolidAccessGrant');
}
