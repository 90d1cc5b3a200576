import '../ui/style/counter.css';
import { readLetterCode } from '@grondslag/protocol/counter';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useText } from '../i18n/text.tsx';
import { pathTo, shortId } from '../routes.tsx';
import { FieldError } from '../ui/field-error.tsx';
import { goTo } from '../ui/navigation.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { CodeField } from './code-field.tsx';
import { CodeProblem } from './code-problem.tsx';
import { useCounterClient } from './counter-queries.ts';

const ERROR = 'code-error';

/** From a letter to the question on screen. */
export function LetterCode() {
  const { text } = useText();
  const client = useCounterClient();
  const [code, setCode] = useState('');
  const [attempt, setAttempt] = useState(0);
  const find = useMutation({
    mutationFn: (read: string) => client.questionOf(read),
    onSuccess: (request) => goTo(pathTo('request', shortId(request))),
  });
  function send(event: FormEvent) {
    event.preventDefault();
    const read = readLetterCode(code);
    if (read === undefined) return setAttempt(attempt + 1);
    find.mutate(read);
  }
  return (
    <form noValidate onSubmit={send}>
      <PageTitle name={text('letter.title')}>{text('letter.title')}</PageTitle>
      <p className="intro">{text('letter.intro')}</p>
      <FieldError id={ERROR} attempt={attempt} message={text('counter.problem.mistyped')} />
      {find.error && <CodeProblem error={find.error} />}
      <CodeField
        code={code}
        error={{ id: ERROR, shown: attempt > 0 }}
        onType={(typed) => {
          setAttempt(0);
          find.reset();
          setCode(typed);
        }}
      />
      <div className="actions">
        <button type="submit" className="button button-main" disabled={find.isPending}>
          {text('letter.open')}
        </button>
      </div>
      <p aria-live="polite">{find.isPending && text('app.loading')}</p>
      <p className="quiet">{text('letter.elsewhere')}</p>
    </form>
  );
}
