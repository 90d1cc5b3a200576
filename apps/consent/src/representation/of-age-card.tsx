import { showAgency, useParticipants } from '../agencies/agency-queries.ts';
import { useActiveGrants } from '../grants/grant-queries.ts';
import { useConsentsToConfirm } from '../helpers/helper-queries.ts';
import { nameOf } from '../helpers/name-of.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { Link } from '../ui/link.tsx';
import { useFormerRepresentative } from './former-representative.ts';

/** On the start page of who came of age, while a yes of a parent waits to be confirmed. */
export function OfAgeCard() {
  const { text, list } = useText();
  const { language } = useLanguage();
  const participants = useParticipants().data;
  const grants = useActiveGrants().data ?? [];
  const waiting = useConsentsToConfirm().data ?? [];
  const before = useFormerRepresentative();
  const open = grants.filter(({ id }) => waiting.some(({ grant }) => grant === id));
  if (open.length === 0 || !participants || !before) return null;
  const ground = before.ground === 'guardianship' ? 'guardianship' : 'parental-authority';
  const agencies = open.map(
    ({ credentialSubject: { providedConsent } }) =>
      showAgency(providedConsent.isProvidedTo, participants, language, text).name,
  );
  return (
    <section className="notice" aria-labelledby="came-of-age">
      <h2 id="came-of-age">{text('cameOfAge.title')}</h2>
      <p>
        {text('cameOfAge.card', {
          who: text(`cameOfAge.who.${ground}`, { name: nameOf(before) }),
          agencies: list([...new Set(agencies)]),
        })}
      </p>
      <Link to="ofAge" className="button button-main">
        {text('cameOfAge.open')}
      </Link>
    </section>
  );
}
