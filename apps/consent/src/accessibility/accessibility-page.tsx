import { contactSchema } from '@grondslag/protocol';
import { version } from '../../package.json';
import { useText } from '../i18n/text.tsx';
import { ContactLines } from '../lawful-access/contact-lines.tsx';
import { useServices } from '../services.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { statement, tested } from './tested.ts';

/** The accessibility statement: what was tested, what was not, and how to say that something does not work. */
export function Accessibility() {
  const { text, calendarDay } = useText();
  const contact = contactSchema.safeParse(useServices().config.contact).data;
  const title = text('accessibility.title');
  return (
    <>
      <PageTitle name={title}>{title}</PageTitle>
      <p className="intro">{text('accessibility.intro')}</p>
      <section aria-labelledby="norm">
        <h2 id="norm">{text('accessibility.norm')}</h2>
        <p>{text('accessibility.norm.text')}</p>
      </section>
      <section aria-labelledby="tested">
        <h2 id="tested">{text('accessibility.tested')}</h2>
        <p>{text('accessibility.tested.how')}</p>
        <ul>
          {statement.tested.map((one) => (
            <li key={one}>
              {one === 'axe'
                ? text('accessibility.tested.axe', { version: tested.axe })
                : text(`accessibility.tested.${one}`)}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="open">
        <h2 id="open">{text('accessibility.open')}</h2>
        <ul>
          {statement.open.map((one) => (
            <li key={one}>{text(`accessibility.open.${one}`)}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="report">
        <h2 id="report">{text('accessibility.report')}</h2>
        <p>{text('accessibility.report.text')}</p>
        {contact && (
          <dl className="lines">
            <div>
              <dt>{text('accessibility.report.contact')}</dt>
              <ContactLines contact={contact} />
            </div>
          </dl>
        )}
        <p>{text('accessibility.report.otherWay')}</p>
      </section>
      <p className="quiet">
        {text('accessibility.version', { version, date: calendarDay(tested.on) })}
      </p>
    </>
  );
}
