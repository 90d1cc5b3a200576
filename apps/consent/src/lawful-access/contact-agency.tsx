import type { Contact } from '@grondslag/protocol';
import { useText } from '../i18n/text.tsx';
import { ContactLines } from './contact-lines.tsx';

export const CONTACT = 'vragen';

/** Whom to ask, as the register of the authority has it. */
export function ContactAgency({
  agency,
  contact,
  officer,
}: {
  readonly agency: string;
  readonly contact: Contact;
  /** The data protection officer. */
  readonly officer: Contact;
}) {
  const { text } = useText();
  const both: readonly (readonly [string, Contact])[] = [
    [text('contact.officer'), officer],
    [text('contact.agency'), contact],
  ];
  return (
    <section id={CONTACT} aria-labelledby="contact" tabIndex={-1}>
      <h2 id="contact">{text('contact.title')}</h2>
      <p>{text('contact.text', { agency })}</p>
      <dl className="lines">
        {both.map(([who, contact]) => (
          <div key={who}>
            <dt>{who}</dt>
            <ContactLines contact={contact} />
          </div>
        ))}
      </dl>
    </section>
  );
}
