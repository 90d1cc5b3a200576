import { answerDeadline, type LawfulAccessView } from '@grondslag/legal-basis';
import { type FormEvent, useState } from 'react';
import { AuthorityError } from '../authority/authority-error.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { ContactAgency } from '../lawful-access/contact-agency.tsx';
import { kindsInWords } from '../lawful-access/data-words.ts';
import { useLawfulAccesses } from '../lawful-access/law-queries.ts';
import { agencyName, canObject, rightToObject } from '../lawful-access/law-words.ts';
import { pathTo, shortId } from '../routes.tsx';
import { useAnnounce } from '../ui/announcer.tsx';
import { FieldError } from '../ui/field-error.tsx';
import { Link } from '../ui/link.tsx';
import { Local } from '../ui/local.tsx';
import { goTo } from '../ui/navigation.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { Problem } from '../ui/problem.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { useObject } from './objection-queries.ts';

const MAX_GROUNDS_LENGTH = 4_000;
const ERROR = 'grounds-error';
const HINT = 'grounds-hint';

/** The form to object: one sentence is enough. `id` is that of the access. */
export function ObjectPage({ id }: { readonly id: string }) {
  const { text } = useText();
  const accesses = useLawfulAccesses();
  const found = accesses.data?.find(({ access }) => shortId(access.id) === id);
  // Once the form is open it stays: what the citizen wrote is not lost when something changes meanwhile.
  const [opened, setOpened] = useState<LawfulAccessView>();
  if (!opened && found && canObject(found)) setOpened(found);
  return (
    <>
      <PageTitle name={text('object.title')}>{text('object.title')}</PageTitle>
      <QueryState
        query={accesses}
        isEmpty={() => !found && !opened}
        empty={<p>{text('lawAccess.gone.text')}</p>}
      >
        {() => (opened ? <ObjectionForm view={opened} /> : found && <CannotObject view={found} />)}
      </QueryState>
    </>
  );
}

function CannotObject({ view }: { readonly view: LawfulAccessView }) {
  const { text } = useText();
  const why = rightToObject(view)?.why;
  return (
    <>
      <p className="notice">{why && <Local words={why} />}</p>
      <Link to="lawfulAccess" id={shortId(view.access.id)} className="button">
        {text('lawAccess.rights')}
      </Link>
    </>
  );
}

function ObjectionForm({ view }: { readonly view: LawfulAccessView }) {
  const words = useText();
  const { text, day } = words;
  const { language } = useLanguage();
  const announce = useAnnounce();
  const object = useObject();
  const [grounds, setGrounds] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [answerBefore] = useState(() => answerDeadline({ receivedAt: new Date().toISOString() }));
  const agency = agencyName(view, language);

  function send(event: FormEvent) {
    event.preventDefault();
    if (grounds.trim() === '') return setAttempt(attempt + 1);
    object.mutate(
      { access: view.access.id, grounds: grounds.trim() },
      {
        onSuccess({ objection }) {
          const news = text('object.sent');
          announce(news);
          goTo(pathTo('objection', shortId(objection.id)), { replace: true, news });
        },
      },
    );
  }
  const conflict = object.error instanceof AuthorityError && object.error.status === 409;
  return (
    <>
      <form noValidate onSubmit={send}>
        <p className="intro">
          {text('object.against', { agency, what: kindsInWords(view.access.dataNeeds, words) })}
        </p>
        <section className="notice" aria-labelledby="next">
          <h2 id="next">{text('object.next')}</h2>
          <ol>
            <li>{text('object.next.stop')}</li>
            <li>{text('object.next.answer', { agency, date: day(answerBefore) })}</li>
            <li>{text('object.next.after')}</li>
          </ol>
        </section>
        <FieldError id={ERROR} attempt={attempt} message={text('object.empty')} />
        <label className="field">
          <span>{text('object.grounds')}</span>
          <textarea
            rows={4}
            maxLength={MAX_GROUNDS_LENGTH}
            value={grounds}
            required
            aria-describedby={attempt > 0 ? `${ERROR} ${HINT}` : HINT}
            aria-invalid={attempt > 0}
            onChange={(event) => {
              setAttempt(0);
              setGrounds(event.target.value);
            }}
          />
        </label>
        <p id={HINT} className="quiet">
          {text('object.groundsHint', { agency })}
        </p>
        {conflict && (
          <p className="notice notice-bad" role="alert">
            {text('object.conflict')}
          </p>
        )}
        {object.error && !conflict && <Problem error={object.error} sending />}
        <div className="actions">
          <button type="submit" className="button button-main" disabled={object.isPending}>
            {text('object.send')}
          </button>
          <button
            type="button"
            className="button button-quiet"
            disabled={object.isPending}
            onClick={() => goTo(pathTo('lawfulAccess', shortId(view.access.id)))}
          >
            {text('object.back')}
          </button>
        </div>
        <p aria-live="polite">{object.isPending && text('object.sending')}</p>
      </form>
      <details>
        <summary>{text('object.otherWay')}</summary>
        <ContactAgency
          agency={agency}
          contact={view.information.controller.contact}
          officer={view.information.dataProtectionOfficer}
        />
      </details>
    </>
  );
}
