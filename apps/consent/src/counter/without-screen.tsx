import { contactSchema } from '@grondslag/protocol';
import { useText } from '../i18n/text.tsx';
import { useServices } from '../services.tsx';
import { Link } from '../ui/link.tsx';
import { Local } from '../ui/local.tsx';
import { useDesks } from './counter-queries.ts';

/** What to do without this screen: a letter, a counter, a telephone. */
export function WithoutScreen() {
  const { text } = useText();
  const { config, helping } = useServices();
  const contact = contactSchema.safeParse(config.contact).data;
  const { data: desks = [] } = useDesks();
  return (
    <section aria-labelledby="without-screen">
      <h2 id="without-screen">{text('withoutScreen.title')}</h2>
      <p>{text('withoutScreen.letter')}</p>
      <p>
        <Link to="letter">{text('withoutScreen.code')}</Link>
      </p>
      <p>{text('withoutScreen.counter')}</p>
      {desks.length > 0 && (
        <ul>
          {desks.map((desk) => (
            <li key={desk.id}>
              <strong>
                <Local words={desk.name} maxLength={200} />
              </strong>
              <br />
              <Local words={desk.visit} maxLength={600} />
              <br />
              {text('withoutScreen.phone', { phone: desk.phone })}
            </li>
          ))}
        </ul>
      )}
      {contact?.phone !== undefined && (
        <p>
          {text('withoutScreen.provider', {
            name: contact.name ?? contact.email,
            phone: contact.phone,
          })}
        </p>
      )}
      {!helping && (
        <>
          <p>
            <Link to="counterEntries">{text('entries.title')}</Link>
          </p>
          <p>
            <Link to="counter">{text('withoutScreen.clerk')}</Link>
          </p>
        </>
      )}
    </section>
  );
}
