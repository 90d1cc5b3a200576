import { useText } from '../i18n/text.tsx';

export const COMPLAIN = 'klagen';

/** Supervisory authorities of the Netherlands, Flanders and Belgium (Article 77 GDPR: where the citizen lives or works). */
const supervisors = [
  ['complaint.ap', 'https://www.autoriteitpersoonsgegevens.nl/'],
  ['complaint.vtc', 'https://www.vlaanderen.be/vlaamse-toezichtcommissie'],
  ['complaint.gba', 'https://www.gegevensbeschermingsautoriteit.be/'],
] as const;

/** The routes of a complaint: the supervisory authority, the court. */
export function Complain() {
  const { text } = useText();
  return (
    <section id={COMPLAIN} aria-labelledby="complain" tabIndex={-1}>
      <h2 id="complain">{text('complaint.title')}</h2>
      <p>{text('complaint.text')}</p>
      <ul className="links">
        {supervisors.map(([name, address]) => (
          <li key={name}>
            <a href={address} rel="noreferrer">
              {text(name)}
            </a>
          </li>
        ))}
      </ul>
      <p>{text('complaint.court')}</p>
    </section>
  );
}
