import type { ObjectionView } from '@grondslag/legal-basis';
import { useText } from '../i18n/text.tsx';
import { shortId } from '../routes.tsx';
import { Link } from '../ui/link.tsx';

/** Objections of a parent: they protect, so they go on and nothing is asked about them. */
export function ObjectionsThatStay({
  objections,
  agencyOf,
}: {
  readonly objections: readonly ObjectionView[];
  readonly agencyOf: (webId: string) => string;
}) {
  const { text } = useText();
  if (objections.length === 0) return null;
  return (
    <section aria-labelledby="stays">
      <h2 id="stays">{text('cameOfAge.objections')}</h2>
      <p>{text('cameOfAge.objectionsText')}</p>
      <ul className="plain">
        {objections.map(({ objection: { id, agency } }) => (
          <li key={id}>
            <Link to="objection" id={shortId(id)} className="button">
              {text('cameOfAge.objection', { agency: agencyOf(agency) })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
