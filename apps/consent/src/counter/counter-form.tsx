import {
  type Clerk,
  type IdentityDocument,
  identityDocumentSchema,
  readCardNumber,
  readLetterCode,
  type Sighting,
} from '@grondslag/protocol/counter';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { localText } from '../i18n/language.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { FieldError } from '../ui/field-error.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { BornOnField } from './born-on-field.tsx';
import { CodeField } from './code-field.tsx';
import { CodeProblem } from './code-problem.tsx';
import type { OpenedCard, OpenedQuestion } from './counter.tsx';
import { useCounterClient } from './counter-queries.ts';

const ERROR = 'counter-error';

/** What a clerk typed and confirmed so far; nothing is ticked beforehand. */
interface Draft {
  readonly channel?: Sighting['channel'];
  readonly code: string;
  readonly bornOn: string;
  readonly document?: IdentityDocument;
  readonly reference: string;
  readonly confirmed: boolean;
}

type Read = Omit<OpenedQuestion, 'view'> | Omit<OpenedCard, 'found'>;

/** What is missing in a draft, or what it says. */
function readDraft(draft: Draft): Read | 'how' | 'code' | 'born' | 'seen' | 'card' {
  const { channel, document, reference, bornOn, confirmed } = draft;
  const code = readLetterCode(draft.code);
  const number = readCardNumber(draft.code);
  if (channel === undefined) return 'how';
  if (code === undefined && number === undefined) return 'code';
  if (number !== undefined && channel !== 'counter') return 'card';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(bornOn)) return 'born';
  if (!confirmed) return 'seen';
  const proof = { code: code ?? '', bornOn };
  if (channel === 'counter') {
    if (!document) return 'seen';
    const sighting = { channel, citizenPresent: true, document } as const;
    return number === undefined ? { proof, sighting } : { card: { number, bornOn, sighting } };
  }
  const isReference = /^[\w./-]{1,60}$/.test(reference);
  return isReference ? { proof, sighting: { channel, signed: true, reference } } : 'seen';
}

/** The code of a letter or the number of a card, the date of birth, and what the clerk saw. */
export function CounterForm({
  clerk,
  onOpen,
}: {
  readonly clerk: Clerk;
  readonly onOpen: (opened: OpenedQuestion | OpenedCard) => void;
}) {
  const { text } = useText();
  const { language } = useLanguage();
  const client = useCounterClient();
  const [draft, setDraft] = useState<Draft>({
    ...{ code: '', bornOn: '', reference: '', confirmed: false },
  });
  const [attempt, setAttempt] = useState(0);
  const open = useMutation({
    mutationFn: async (read: Read) =>
      'card' in read
        ? { ...read, found: await client.find(read.card) }
        : { ...read, view: await client.open(read.proof) },
    onSuccess: onOpen,
  });
  const read = readDraft(draft);
  const missing = typeof read === 'string' ? read : undefined;
  function change(next: Partial<Draft>) {
    setAttempt(0);
    open.reset();
    setDraft({ ...draft, ...next });
  }
  function send(event: FormEvent) {
    event.preventDefault();
    if (typeof read === 'string') return setAttempt(attempt + 1);
    open.mutate(read);
  }
  const { channel } = draft;
  return (
    <form noValidate onSubmit={send}>
      <PageTitle name={text('counter.title')}>{text('counter.title')}</PageTitle>
      <p className="intro">
        {text('counter.intro', { clerk: clerk.name, desk: localText(clerk.desk.name, language) })}
      </p>
      <FieldError
        id={ERROR}
        attempt={attempt}
        message={text(`counter.missing.${missing ?? 'seen'}`)}
      />
      {open.error && <CodeProblem error={open.error} />}
      <fieldset className="card" aria-describedby={ERROR}>
        <legend>{text('counter.how')}</legend>
        {(['counter', 'paper'] as const).map((one) => (
          <label key={one} className="tick">
            <input
              type="radio"
              name="channel"
              checked={channel === one}
              onChange={() => change({ channel: one, confirmed: false })}
            />
            <span>{text(`counter.how.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      <CodeField
        code={draft.code}
        error={{ id: ERROR, shown: attempt > 0 && (missing === 'code' || missing === 'card') }}
        orCard
        onType={(code) => change({ code })}
      />
      <BornOnField
        of="counter"
        bornOn={draft.bornOn}
        error={{ id: ERROR, shown: attempt > 0 && missing === 'born' }}
        onType={(bornOn) => change({ bornOn })}
      />
      {channel && <Seen channel={channel} draft={draft} onChange={change} />}
      <div className="actions">
        <button type="submit" className="button button-main" disabled={open.isPending}>
          {text('counter.open')}
        </button>
      </div>
      <p aria-live="polite">{open.isPending && text('app.loading')}</p>
    </form>
  );
}

function Seen({
  channel,
  draft,
  onChange,
}: {
  readonly channel: Sighting['channel'];
  readonly draft: Draft;
  readonly onChange: (next: Partial<Draft>) => void;
}) {
  const { text } = useText();
  return (
    <fieldset className="card" aria-describedby={ERROR}>
      <legend>{text(`counter.seen.${channel}`)}</legend>
      {channel === 'counter' &&
        identityDocumentSchema.options.map((document) => (
          <label key={document} className="tick">
            <input
              type="radio"
              name="document"
              checked={draft.document === document}
              onChange={() => onChange({ document })}
            />
            <span>{text(`document.${document}`)}</span>
          </label>
        ))}
      {channel === 'paper' && (
        <label className="field">
          <span>{text('counter.reference')}</span>
          <span className="quiet" id="reference-hint">
            {text('counter.referenceHint')}
          </span>
          <input
            type="text"
            maxLength={60}
            autoComplete="off"
            value={draft.reference}
            aria-describedby={`reference-hint ${ERROR}`}
            onChange={(event) => onChange({ reference: event.target.value.trim() })}
          />
        </label>
      )}
      <label className="tick">
        <input
          type="checkbox"
          checked={draft.confirmed}
          onChange={(event) => onChange({ confirmed: event.target.checked })}
        />
        <span>{text(`counter.confirm.${channel}`)}</span>
      </label>
    </fieldset>
  );
}
