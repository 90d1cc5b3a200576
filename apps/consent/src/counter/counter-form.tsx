import {
  type Clerk,
  type IdentityDocument,
  identityDocumentSchema,
  readLetterCode,
  type Sighting,
} from '@grondslag/protocol/counter';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { localText } from '../i18n/language.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { FieldError } from '../ui/field-error.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { CodeField } from './code-field.tsx';
import { CodeProblem } from './code-problem.tsx';
import type { OpenedQuestion } from './counter.tsx';
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

/** What is missing in a draft, or what it says. */
function readDraft(draft: Draft): Omit<OpenedQuestion, 'view'> | 'how' | 'code' | 'born' | 'seen' {
  const { channel, document, reference, bornOn, confirmed } = draft;
  const code = readLetterCode(draft.code);
  if (channel === undefined) return 'how';
  if (code === undefined) return 'code';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(bornOn)) return 'born';
  const proof = { code, bornOn };
  if (!confirmed) return 'seen';
  if (channel === 'counter') {
    return document ? { proof, sighting: { channel, citizenPresent: true, document } } : 'seen';
  }
  const isReference = /^[\w./-]{1,60}$/.test(reference);
  return isReference ? { proof, sighting: { channel, signed: true, reference } } : 'seen';
}

/** The code of a letter, the date of birth, and what the clerk saw. */
export function CounterForm({
  clerk,
  onOpen,
}: {
  readonly clerk: Clerk;
  readonly onOpen: (opened: OpenedQuestion) => void;
}) {
  const { text } = useText();
  const { language } = useLanguage();
  const client = useCounterClient();
  const [draft, setDraft] = useState<Draft>({
    ...{ code: '', bornOn: '', reference: '', confirmed: false },
  });
  const [attempt, setAttempt] = useState(0);
  const open = useMutation({
    mutationFn: async (read: Omit<OpenedQuestion, 'view'>) => ({
      ...read,
      view: await client.open(read.proof),
    }),
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
        error={{ id: ERROR, shown: attempt > 0 && missing === 'code' }}
        onType={(code) => change({ code })}
      />
      <label className="field">
        <span>{text('counter.bornOn')}</span>
        <span className="quiet" id="born-hint">
          {text('counter.bornHint')}
        </span>
        <input
          type="date"
          value={draft.bornOn}
          aria-describedby={`born-hint ${ERROR}`}
          aria-invalid={attempt > 0 && missing === 'born'}
          onChange={(event) => change({ bornOn: event.target.value })}
        />
      </label>
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
