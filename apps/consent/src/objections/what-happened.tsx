import type { ObjectionView } from '@grondslag/legal-basis';
import { useText } from '../i18n/text.tsx';
import { Person } from '../lawful-access/why-allowed.tsx';
import { TheirWords } from '../ui/their-words.tsx';

/** What the agency did meanwhile: take more time (Article 12(3) GDPR), or have the reading go on (Article 18(2)). */
export function WhatHappened({
  view: { objection },
  agency,
}: {
  readonly view: ObjectionView;
  readonly agency: string;
}) {
  const { text, day } = useText();
  const { exception, extension, answer } = objection;
  return (
    <>
      {exception && (
        <section aria-labelledby="exception">
          <h2 id="exception">{text(answer ? 'objection.exceptionWas' : 'objection.exception')}</h2>
          <p>
            {text('objection.exceptionText')} {text(`exception.${exception.ground}`)}
          </p>
          <p>
            <TheirWords words={exception.reasons} maxLength={4_000} />
          </p>
          <p className="quiet">
            <Person by={exception.by} />, {day(new Date(exception.at))}
          </p>
        </section>
      )}
      {extension && (
        <section aria-labelledby="extension">
          <h2 id="extension">
            {text(answer ? 'objection.extensionWas' : 'objection.extension', { agency })}
          </h2>
          <p>{text('objection.extensionText')}</p>
          <p>
            <TheirWords words={extension.reasons} maxLength={4_000} />
          </p>
          <p className="quiet">
            <Person by={extension.by} />, {day(new Date(extension.at))}
          </p>
        </section>
      )}
    </>
  );
}
