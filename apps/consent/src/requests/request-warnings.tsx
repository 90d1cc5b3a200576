import type { LocalText } from '@grondslag/protocol';
import { useText } from '../i18n/text.tsx';
import { useExplanations } from '../lawful-access/law-queries.ts';
import { Local } from '../ui/local.tsx';

/** What the rules say against a question that may be put all the same; nothing when there is nothing. */
export function RequestWarnings({ request }: { readonly request: string }) {
  const { data = [] } = useExplanations(request);
  const warnings = data.findLast(({ occasion }) => occasion === 'request')?.warnings ?? [];
  return <Warnings words={warnings.map(({ why }) => why)} />;
}

/** The same, of warnings that are at hand. */
export function Warnings({ words }: { readonly words: readonly LocalText[] }) {
  const { text } = useText();
  if (words.length === 0) return null;
  return (
    <section className="notice notice-bad" aria-labelledby="warnings">
      <h2 id="warnings">{text('request.warnings.title')}</h2>
      <ul>
        {words.map((why) => (
          <li key={why.nl}>
            <Local words={why} />
          </li>
        ))}
      </ul>
      <p>{text('request.warnings.free')}</p>
    </section>
  );
}
