import { citizenOf } from '../helpers/name-of.ts';
import { useText } from '../i18n/text.tsx';
import { Link } from '../ui/link.tsx';
import { useRepresented } from './representation-queries.ts';

/** On the start page, for whom this person decides; nothing for who decides for nobody. */
export function RepresentedCard() {
  const { text, list } = useText();
  const represented = useRepresented().data?.filter(({ state }) => state !== 'ended') ?? [];
  if (represented.length === 0) return null;
  return (
    <section className="card" aria-labelledby="represented">
      <h2 id="represented">{text('represented.home.title')}</h2>
      <p>{text('represented.home.text', { names: list(represented.map(citizenOf)) })}</p>
      <Link to="represented" className="button">
        {text('represented.open')}
      </Link>
    </section>
  );
}
