import { answerDeadline } from '@grondslag/legal-basis';
import { type FormEvent, useState } from 'react';
import { AuthorityError } from '../authority/authority-error.ts';
import { factAddress } from '../facts/fact-address.ts';
import { useFacts } from '../facts/fact-queries.ts';
import { type FactView, fieldsOf, type Origin } from '../facts/fact-view.ts';
import { explainLeftOut } from '../facts/fact-words.ts';
import { factTitle, fieldValueInWords } from '../facts/shown-fact.ts';
import { WhomToAsk } from '../facts/whom-to-ask.tsx';
import { localText } from '../i18n/language.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { fieldInWords } from '../lawful-access/data-words.ts';
import { pathTo, shortId } from '../routes.tsx';
import { useAnnounce } from '../ui/announcer.tsx';
import { FieldError } from '../ui/field-error.tsx';
import { Link } from '../ui/link.tsx';
import { goTo } from '../ui/navigation.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { plainWords } from '../ui/plain-words.ts';
import { Problem } from '../ui/problem.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { useReport } from './correction-queries.ts';

const MAX_VALUE_LENGTH = 500;
const MAX_WORDS_LENGTH = 2_000;
const ERROR = 'report-error';

/** Names the authority takes; a source may have chosen others for a kind of its own. */
const FIELD_NAME = /^[A-Za-z][\w-]{0,99}$/;

/** The form to report an error in one fact, or whom to ask when no source can be told. `id` says which fact. */
export function ReportPage({ id }: { readonly id: string }) {
  const { text } = useText();
  const facts = useFacts();
  const found = facts.data?.find(({ resource }) => factAddress(resource) === id);
  // Once the form is open it stays: what the citizen wrote is not lost when the list is read again.
  const [opened, setOpened] = useState<FactView | undefined>(undefined);
  if (!opened && found?.origin) setOpened(found);
  const origin = opened?.origin;
  return (
    <>
      <PageTitle name={text('report.title')}>{text('report.title')}</PageTitle>
      <QueryState
        query={facts}
        isEmpty={() => !opened}
        empty={found ? <CannotReport view={found} /> : <p>{text('report.cannot')}</p>}
      >
        {() => opened && origin && <ReportForm view={opened} origin={origin} />}
      </QueryState>
    </>
  );
}

function CannotReport({ view: { check, resource } }: { readonly view: FactView }) {
  const { text } = useText();
  return (
    <>
      {!check.verified && <p>{text(explainLeftOut(check.reason).why)}</p>}
      <WhomToAsk resource={resource} />
      <Link to="facts" className="button">
        {text('correction.toFacts')}
      </Link>
    </>
  );
}

function ReportForm({ view, origin }: { readonly view: FactView; readonly origin: Origin }) {
  const words = useText();
  const { text, day } = words;
  const { language } = useLanguage();
  const announce = useAnnounce();
  const report = useReport();
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());
  const [own, setOwn] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [answerBefore] = useState(() => answerDeadline({ receivedAt: new Date().toISOString() }));
  const source = plainWords(view.source ? localText(view.source, language) : '', 100);

  function change(name: string, value: string | undefined) {
    setAttempt(0);
    const next = new Map(wrong);
    if (value === undefined) next.delete(name);
    else next.set(name, value);
    setWrong(next);
  }
  function send(event: FormEvent) {
    event.preventDefault();
    if (wrong.size === 0 && own.trim() === '') return setAttempt(attempt + 1);
    const fields = [...wrong].map(([name, value]) => ({
      name,
      ...(value.trim() !== '' && { shouldBe: value.trim() }),
    }));
    report.mutate(
      {
        resource: view.resource,
        ...origin,
        fields,
        ...(own.trim() !== '' && { words: own.trim() }),
      },
      {
        onSuccess({ correction }) {
          const news = text('report.sent');
          announce(news);
          goTo(pathTo('correction', shortId(correction.id)), { replace: true, news });
        },
      },
    );
  }
  const names = fieldsOf(view.fact).filter((name) => FIELD_NAME.test(name));
  const { check } = view;
  const conflict = report.error instanceof AuthorityError && report.error.status === 409;
  return (
    <form noValidate onSubmit={send}>
      <p className="intro">
        {view.fact
          ? text('report.about', { source, fact: factTitle(view.fact, words) })
          : text('report.aboutHidden', { source })}
      </p>
      {!check.verified && check.reason !== 'unknown_claim' && (
        <p>{text(explainLeftOut(check.reason).why)}</p>
      )}
      <FieldError
        id={ERROR}
        attempt={attempt}
        message={text(names.length > 0 ? 'report.none' : 'report.onlyWords')}
      />
      {names.length > 0 && (
        <fieldset className="card" aria-describedby={attempt > 0 ? ERROR : undefined}>
          <legend>{text('report.which')}</legend>
          {names.map((name) => (
            <WrongField
              key={name}
              label={fieldInWords(name, words, origin.claimType)}
              value={fieldValueInWords(view.fact, name, words) ?? ''}
              shouldBe={wrong.get(name)}
              onChange={(value) => change(name, value)}
            />
          ))}
        </fieldset>
      )}
      <label className="field">
        <span>{text(names.length > 0 ? 'report.words' : 'report.which')}</span>
        <textarea
          rows={3}
          maxLength={MAX_WORDS_LENGTH}
          value={own}
          aria-describedby="words-hint"
          onChange={(event) => {
            setAttempt(0);
            setOwn(event.target.value);
          }}
        />
      </label>
      <p id="words-hint" className="quiet">
        {text('report.wordsHint', { source })}
      </p>
      <section className="notice" aria-labelledby="next">
        <h2 id="next">{text('report.next')}</h2>
        <ol>
          <li>{text('report.next.source', { source })}</li>
          <li>{text('report.next.told')}</li>
          <li>{text('report.next.answer', { date: day(answerBefore) })}</li>
          <li>{text('report.next.after')}</li>
        </ol>
        <p>{text('report.next.meanwhile')}</p>
      </section>
      {conflict && (
        <p className="notice notice-bad" role="alert">
          {text('report.conflict')}
        </p>
      )}
      {report.error && !conflict && <Problem error={report.error} sending />}
      <div className="actions">
        <button type="submit" className="button button-main" disabled={report.isPending}>
          {text('report.send')}
        </button>
        <button
          type="button"
          className="button button-quiet"
          disabled={report.isPending}
          onClick={() => goTo(pathTo('facts'))}
        >
          {text('report.back')}
        </button>
      </div>
      <p aria-live="polite">{report.isPending && text('report.sending')}</p>
    </form>
  );
}

/** One field: whether it is wrong and, once it is, what it should be. */
function WrongField({
  label,
  value,
  shouldBe,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  /** `undefined`: it is right. */
  readonly shouldBe: string | undefined;
  readonly onChange: (shouldBe: string | undefined) => void;
}) {
  const { text } = useText();
  return (
    <>
      <label className="tick">
        <input
          type="checkbox"
          checked={shouldBe !== undefined}
          onChange={(event) => onChange(event.target.checked ? '' : undefined)}
        />
        <span className="starts-sentence">
          {label}: <strong>{value}</strong>
        </span>
      </label>
      {shouldBe !== undefined && (
        <label className="field">
          <span>{text('report.shouldBe', { field: label })}</span>{' '}
          <span className="quiet">{text('report.shouldBeHint')}</span>
          <input
            type="text"
            maxLength={MAX_VALUE_LENGTH}
            value={shouldBe}
            onChange={(event) => onChange(event.target.value)}
          />
        </label>
      )}
    </>
  );
}
