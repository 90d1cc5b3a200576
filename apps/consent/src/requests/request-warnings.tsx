import { useText } from '../i18n/text.tsx';
import { useExplanations } from '../lawful-access/law-queries.ts';
import { Local } from '../ui/local.tsx';

/** What the rules say against a question that may be put all the same; nothing when there is nothing. */
export function RequestWarnings({ request }: { readonly request: string }) {
  const { text } = useText();
  const { data = [] } = useExplanations(request);
  const warnings = data.findLast(({ occasion }) => occasion === 'request')?.warnings ?? [];
  if (warnings.length === 0) return null;
  return (
    <section className="notice notice-bad" aria-labelledby="warnings">
      <h2 id="warnings">{text('request.warnings.title')}</h2>
      <ul>
        {warnings.map(({ rule, why }) => (
          <li key={rule}>
            <Local words={why} />
          </li>
        ))}
      </ul>
      <p>{text('request.warnings.free')}</p>
    </section>
  );
}
