import { letterPage } from '@grondslag/agency/letter-page';
import type { AccessRequest } from '@grondslag/protocol';
import type { CardProof, Letter } from '@grondslag/protocol/counter';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { type Language, languages } from '../i18n/language.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { pathTo } from '../routes.tsx';
import { CodeProblem } from './code-problem.tsx';
import { useCounterClient } from './counter-queries.ts';

/** The questions that wait for a citizen, each to be printed as a letter in the language they read. */
export function PrintLetters({
  card,
  open,
  nameOf,
  children,
}: {
  readonly card: CardProof;
  readonly open: readonly AccessRequest[];
  readonly nameOf: (agency: string) => string;
  /** Below the list. */
  readonly children: ReactNode;
}) {
  const { text } = useText();
  const { language: own } = useLanguage();
  const client = useCounterClient();
  const [language, setLanguage] = useState<Language>(own);
  const write = useMutation({ mutationFn: (request: string) => client.print(card, request) });
  return (
    <section aria-labelledby="desk-open">
      <h2 id="desk-open">{text('desk.open')}</h2>
      {open.length === 0 && <p>{text('desk.openNone')}</p>}
      {open.length > 0 && (
        <fieldset className="card">
          <legend>{text('desk.language')}</legend>
          {(Object.keys(languages) as Language[]).map((one) => (
            <label key={one} className="tick" lang={one}>
              <input
                type="radio"
                name="letter-language"
                checked={one === language}
                onChange={() => setLanguage(one)}
              />
              <span>{languages[one]}</span>
            </label>
          ))}
        </fieldset>
      )}
      <ul className="plain">
        {open.map(({ id, credentialSubject }) => (
          <li key={id}>
            <button
              type="button"
              className="button"
              disabled={write.isPending}
              onClick={() => write.mutate(id)}
            >
              {text('desk.print', { agency: nameOf(credentialSubject.id) })}
            </button>
          </li>
        ))}
      </ul>
      {children}
      {write.error && <CodeProblem error={write.error} sending />}
      <div role="status">{write.data && <Ready letter={write.data} language={language} />}</div>
    </section>
  );
}

function Ready({ letter, language }: { readonly letter: Letter; readonly language: Language }) {
  const { text } = useText();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const page = letterPage(letter, {
      ...{ language, app: new URL(pathTo('letter'), location.href).href },
      stylesheet: new URL('/letter.css', location.href).href,
    });
    const made = URL.createObjectURL(new Blob([page], { type: 'text/html' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [letter, language]);
  return (
    <div className="card">
      <p>{text('desk.letterReady')}</p>
      <p>
        <a className="button button-main" href={address} target="_blank" rel="noreferrer">
          {text('desk.openLetter')}
        </a>
      </p>
      <p>{text('desk.colleague')}</p>
    </div>
  );
}
