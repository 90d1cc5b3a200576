import type { LawfulAccessView } from '@grondslag/legal-basis';
import { useText } from '../i18n/text.tsx';
import { TheirWords } from '../ui/their-words.tsx';
import { fieldsInWords, kindInWords } from './data-words.ts';

/** The data named, part by part, each with why it is needed. */
export function NamedData({ view: { access } }: { readonly view: LawfulAccessView }) {
  const words = useText();
  const { text } = words;
  return (
    <section aria-labelledby="data">
      <h2 id="data">{text('lawAccess.data.title')}</h2>
      <p>
        {text('lawAccess.data.only')} {text('lawAccess.data.own')}
      </p>
      {access.dataNeeds.map((need) => (
        <article key={need.claimType} className="card">
          <h3 className="starts-sentence">{kindInWords(need.claimType, words)}</h3>
          <dl className="lines">
            <div>
              <dt>{text('lawAccess.data.parts')}</dt>
              <dd className="value">{fieldsInWords(need, words)}</dd>
            </div>
            <div>
              <dt>{text('lawAccess.data.necessity')}</dt>
              <dd>
                <TheirWords words={need.necessity} />
              </dd>
            </div>
          </dl>
        </article>
      ))}
    </section>
  );
}
