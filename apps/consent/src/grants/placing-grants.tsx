import type { AccessGrant } from '@grondslag/protocol';
import type { NameFact } from '../facts/fact-queries.ts';
import { useMayAct } from '../helpers/may-act.ts';
import { useText } from '../i18n/text.tsx';
import { shortId } from '../routes.tsx';
import { Link } from '../ui/link.tsx';

/** Who may put facts in the vault, and see nothing by that: a line each, with the way to stop it. */
export function PlacingGrants({
  grants,
  agencyOf,
  names,
}: {
  readonly grants: readonly AccessGrant[];
  readonly agencyOf: (grant: AccessGrant) => string;
  readonly names: NameFact;
}) {
  const { text, list } = useText();
  const mayAct = useMayAct();
  return (
    <section aria-labelledby="placing">
      <h2 id="placing">{text('grants.placing')}</h2>
      <p className="quiet">{text('grants.placingHint')}</p>
      <ul>
        {grants.map((grant) => {
          const { forPersonalData } = grant.credentialSubject.providedConsent;
          const agency = agencyOf(grant);
          return (
            <li key={grant.id}>
              {text('grants.placingLine', { agency, facts: list(forPersonalData.map(names)) })}{' '}
              {mayAct && (
                <Link to="stopGrant" id={shortId(grant.id)}>
                  {text('grants.placingStop', { agency })}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
