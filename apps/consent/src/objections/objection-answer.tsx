import type { ObjectionAnswer as Answer } from '@grondslag/legal-basis';
import { useText } from '../i18n/text.tsx';
import { Person } from '../lawful-access/why-allowed.tsx';
import { TheirWords } from '../ui/their-words.tsx';

/** The answer of the agency: its reasons, who gave it and when. */
export function ObjectionAnswer({ answer: { reasons, by, at } }: { readonly answer: Answer }) {
  const { text, day } = useText();
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">{text('objection.answer')}</h2>
      <p>
        <TheirWords words={reasons} maxLength={4_000} />
      </p>
      <dl className="lines">
        <div>
          <dt>{text('objection.answeredBy')}</dt>
          <dd>
            <Person by={by} />
          </dd>
        </div>
        <div>
          <dt>{text('objection.answeredOn')}</dt>
          <dd>{day(new Date(at))}</dd>
        </div>
      </dl>
    </section>
  );
}
