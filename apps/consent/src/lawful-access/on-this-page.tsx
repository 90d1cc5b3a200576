import { useText } from '../i18n/text.tsx';

const parts = [
  ['data', 'lawAccess.data.title'],
  ['why', 'lawAccess.why.title'],
  ['rights', 'rights.title'],
  ['information', 'lawInfo.title'],
  ['contact', 'contact.title'],
  ['complain', 'complaint.title'],
] as const;

/** Ways to the parts of a long page. */
export function OnThisPage() {
  const { text } = useText();
  return (
    <nav aria-label={text('lawAccess.onThisPage')}>
      <p className="choice-title">{text('lawAccess.onThisPage')}</p>
      <ul className="links">
        {parts.map(([heading, title]) => (
          <li key={heading}>
            <a href={`#${heading}`}>{text(title)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
