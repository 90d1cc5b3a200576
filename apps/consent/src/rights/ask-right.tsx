import { answerDeadline } from '@grondslag/legal-basis';
import { type FormEvent, useState } from 'react';
import { AuthorityError } from '../authority/authority-error.ts';
import { useText } from '../i18n/text.tsx';
import { pathTo } from '../routes.tsx';
import { useAnnounce } from '../ui/announcer.tsx';
import { Link } from '../ui/link.tsx';
import { goTo } from '../ui/navigation.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { Problem } from '../ui/problem.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { type Asked, readAsked } from './asked-right.ts';
import { useAskRight } from './rights-queries.ts';
import { type ShownGround, useGround } from './use-ground.ts';

const MAX_LENGTH = 2_000;
const HINT = 'words-hint';

/** The form by which an organisation is asked for something; nothing need be explained. */
export function AskRight({ id }: { readonly id: string }) {
  const { text } = useText();
  const asked = readAsked(id);
  const title = text(asked ? `askRight.${asked.right}.title` : 'askRight.gone.title');
  return (
    <>
      <PageTitle name={title}>{title}</PageTitle>
      {asked ? <Found asked={asked} /> : <Gone />}
    </>
  );
}

function Found({ asked }: { readonly asked: Asked }) {
  const ground = useGround(asked.kind, asked.id);
  // Once the form is open it stays, also when the ground ends meanwhile.
  const [opened, setOpened] = useState<ShownGround | undefined>(undefined);
  if (!opened && ground.data) setOpened(ground.data);
  return (
    <QueryState query={ground} isEmpty={(found) => !found && !opened} empty={<Gone />}>
      {(found) => {
        const shown = opened === undefined ? found : opened;
        return shown && <Form asked={asked} ground={shown} />;
      }}
    </QueryState>
  );
}

function Form({
  asked: { right },
  ground: { about, agency, facts, back },
}: {
  readonly asked: Asked;
  readonly ground: ShownGround;
}) {
  const { text, day, list } = useText();
  const announce = useAnnounce();
  const ask = useAskRight();
  const [words, setWords] = useState('');
  const [answerBefore] = useState(() => answerDeadline({ receivedAt: new Date().toISOString() }));

  function send(event: FormEvent) {
    event.preventDefault();
    ask.mutate(
      { right, about, ...(words.trim() && { words: words.trim() }) },
      {
        onSuccess() {
          const news = text('askRight.sent', { agency });
          announce(news);
          goTo(pathTo('objections'), { replace: true, news });
        },
      },
    );
  }
  const conflict = ask.error instanceof AuthorityError && ask.error.status === 409;
  return (
    <form noValidate onSubmit={send}>
      <p className="intro">{text(`askRight.${right}.text`, { agency, what: list(facts) })}</p>
      <section className="notice" aria-labelledby="next">
        <h2 id="next">{text('askRight.next')}</h2>
        <ol>
          <li>{text('askRight.next.answer', { agency, date: day(answerBefore) })}</li>
          <li>{text(`askRight.${right}.limit`)}</li>
          <li>{text('askRight.next.after')}</li>
        </ol>
      </section>
      <label className="field">
        <span>{text('askRight.words')}</span>
        <textarea
          rows={3}
          maxLength={MAX_LENGTH}
          value={words}
          aria-describedby={HINT}
          onChange={({ target }) => setWords(target.value)}
        />
      </label>
      <p id={HINT} className="quiet">
        {text('askRight.wordsHint', { agency })}
      </p>
      {conflict && (
        <p className="notice notice-bad" role="alert">
          {text('askRight.conflict')}
        </p>
      )}
      {ask.error && !conflict && <Problem error={ask.error} sending />}
      <div className="actions">
        <button type="submit" className="button button-main" disabled={ask.isPending}>
          {text('askRight.send')}
        </button>
        <Link to={back.to} id={back.id} className="button button-quiet">
          {text('askRight.back')}
        </Link>
      </div>
      <p aria-live="polite">{ask.isPending && text('askRight.sending')}</p>
    </form>
  );
}

function Gone() {
  const { text } = useText();
  return (
    <>
      <p>{text('askRight.gone.text')}</p>
      <Link to="grants" className="button">
        {text('nav.grants')}
      </Link>
    </>
  );
}
