import type { AccessGrant } from '@grondslag/protocol';
import { EnteredBy } from '../counter/entered-by.tsx';
import type { NameFact } from '../facts/fact-queries.ts';
import { ChosenBy } from '../helpers/chosen-by.tsx';
import { useMayAct } from '../helpers/may-act.ts';
import { useText } from '../i18n/text.tsx';
import type { PurposeWords } from '../requests/purpose-words.ts';
import { purposeLabel } from '../requests/purposes.ts';
import { pathTo, shortId } from '../routes.tsx';
import { Link } from '../ui/link.tsx';
import { goTo } from '../ui/navigation.ts';
import { TheirWords } from '../ui/their-words.tsx';
import { grantedFacts } from './granted-facts.ts';

/** One permission: what is seen, what for, until when, and the button to stop it. */
export function GrantCard({
  grant,
  agency,
  number,
  count,
  names,
  purposes,
  ended,
}: {
  readonly grant: AccessGrant;
  readonly agency: string;
  readonly number: number;
  /** Permissions this agency has. */
  readonly count: number;
  readonly names: NameFact;
  readonly purposes: PurposeWords;
  /** On the page about this one; absent: in the list, from which there is a link to that page. */
  readonly ended?: boolean;
}) {
  const words = useText();
  const mayAct = useMayAct();
  const { text, day, list, until } = words;
  const consent = grant.credentialSubject.providedConsent;
  const facts = grantedFacts(grant, names, words);
  const inWords = consent.verifiedRequest ? purposes.get(consent.verifiedRequest) : undefined;
  const stop = text('grants.stopFor', { agency, facts: list(facts) });
  return (
    <article className="card">
      {count > 1 && <h4>{text('grants.permission', { number, count })}</h4>}
      <dl className="lines">
        <div>
          <dt>{text('grants.facts')}</dt>
          {facts.map((fact, index) => (
            <dd key={consent.forPersonalData[index]} className="value starts-sentence">
              {fact}
            </dd>
          ))}
        </div>
        <div>
          <dt>{text('grants.purpose')}</dt>
          {inWords && (
            <dd>
              <TheirWords words={inWords} />
            </dd>
          )}
          {(consent.forPurpose ?? []).map((purpose) => (
            <dd key={purpose}>{text(purposeLabel(purpose, words) ?? 'purpose.unknown')}</dd>
          ))}
          {!inWords && !consent.forPurpose?.length && <dd>{text('purpose.none')}</dd>}
        </div>
        <ChosenBy decision={grant} />
        <div>
          <dt>{text('grants.since')}</dt>
          <dd>{day(new Date(grant.issuanceDate))}</dd>
        </div>
        <div>
          <dt>{text('grants.until')}</dt>
          <dd>
            {grant.expirationDate ? until(new Date(grant.expirationDate)) : text('grants.noEnd')}
          </dd>
        </div>
      </dl>
      <EnteredBy decision={grant} />
      {!ended && mayAct && (
        <button
          type="button"
          className="button button-choice"
          aria-label={count > 1 ? `${stop}, ${text('grants.permission', { number, count })}` : stop}
          onClick={() => goTo(pathTo('stopGrant', shortId(grant.id)))}
        >
          {text('grants.stop')}
        </button>
      )}
      {ended === undefined && (
        <p className="after-button">
          <Link to="grant" id={shortId(grant.id)}>
            {text('grants.more', { agency })}
          </Link>
        </p>
      )}
    </article>
  );
}
