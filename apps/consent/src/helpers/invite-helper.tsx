import type { InvitedHelper, NewHelper } from '@grondslag/protocol/v1';
import { type ReactNode, useState } from 'react';
import { useText } from '../i18n/text.tsx';
import type { PlainKey } from '../i18n/words.ts';
import { endOfTypedDay, typedDay } from '../requests/end-dates.ts';
import { FieldError } from '../ui/field-error.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Problem } from '../ui/problem.tsx';
import { HelperLines } from './helper-lines.tsx';
import { useHelperChange } from './helper-queries.ts';
import { helpThemeInWords, helpThemes } from './helper-words.ts';
import { Invited } from './invited.tsx';

const steps = ['who', 'what', 'may', 'until', 'check'] as const;
type Step = (typeof steps)[number];
const ERROR = 'invite-error';
const missing: Record<Exclude<Step, 'check'>, PlainKey> = {
  who: 'helpers.who.missing',
  what: 'helpers.what.missing',
  may: 'helpers.may.missing',
  until: 'helpers.until.missing',
};

interface Draft {
  readonly name: string;
  readonly citizenName: string;
  readonly themes: readonly string[];
  readonly may?: 'see' | 'act';
  readonly day: string;
}

/** Inviting somebody in small steps: who, with what, to look or to act, until when. Nothing is chosen beforehand. */
export function InviteHelper() {
  const words = useText();
  const { text } = words;
  const [draft, setDraft] = useState<Draft>({ name: '', citizenName: '', themes: [], day: '' });
  const [step, setStep] = useState<Step>('who');
  const [attempt, setAttempt] = useState(0);
  const [invited, setInvited] = useState<InvitedHelper>();
  const invite = useHelperChange((client, invitation: NewHelper) => client.invite(invitation));
  const [now] = useState(() => new Date());
  const inAYear = new Date(now.getFullYear() + 1, now.getMonth(), now.getDate() - 1, 23, 59);
  const until = endOfTypedDay(draft.day, inAYear, now);
  const change = (part: Partial<Draft>) => {
    setAttempt(0);
    setDraft({ ...draft, ...part });
  };
  const invitation: NewHelper | undefined = draft.may &&
    until && {
      kind: 'helper',
      name: draft.name.trim(),
      citizenName: draft.citizenName.trim(),
      themes: [...draft.themes],
      may: draft.may,
      until: until.toISOString(),
    };
  const isDone: Record<Step, boolean> = {
    who: draft.name.trim() !== '' && draft.citizenName.trim() !== '',
    what: draft.themes.length > 0,
    may: draft.may !== undefined,
    until: until !== undefined,
    check: true,
  };
  if (invited) return <Invited invited={invited} />;
  const number = steps.indexOf(step);

  function goOn() {
    if (!isDone[step]) return setAttempt(attempt + 1);
    setAttempt(0);
    const next = steps[number + 1];
    if (next) setStep(next);
    else if (invitation) invite.mutate(invitation, { onSuccess: setInvited });
  }
  const title = text(`helpers.step.${step}`);
  const parts: Record<Step, ReactNode> = {
    who: (
      <>
        <TextField
          label={text('helpers.who.name')}
          value={draft.name}
          isWrong={attempt > 0}
          onChange={(name) => change({ name })}
        />
        <TextField
          label={text('helpers.who.own')}
          value={draft.citizenName}
          isWrong={attempt > 0}
          onChange={(citizenName) => change({ citizenName })}
        />
        <p className="quiet">{text('helpers.who.trust')}</p>
      </>
    ),
    what: (
      <fieldset className="card" aria-describedby={ERROR}>
        <legend>{text('helpers.what.legend')}</legend>
        {helpThemes.map((theme) => (
          <label key={theme} className="tick">
            <input
              type="checkbox"
              checked={draft.themes.includes(theme)}
              onChange={({ target }) =>
                change({
                  themes: target.checked
                    ? [...draft.themes, theme]
                    : draft.themes.filter((one) => one !== theme),
                })
              }
            />
            <span>{helpThemeInWords(theme, words)}</span>
          </label>
        ))}
      </fieldset>
    ),
    may: (
      <fieldset className="card" aria-describedby={ERROR}>
        <legend>{text('helpers.may.legend')}</legend>
        {(['see', 'act'] as const).map((may) => (
          <label key={may} className="tick">
            <input
              type="radio"
              name="may"
              checked={draft.may === may}
              onChange={() => change({ may })}
            />
            <span>{text(`helpers.may.${may}`)}</span>
          </label>
        ))}
        <p className="quiet">{text('helpers.may.never')}</p>
      </fieldset>
    ),
    until: (
      <label className="field">
        <span>{text('helpers.until.label')}</span>
        <input
          type="date"
          value={draft.day}
          min={typedDay(now)}
          max={typedDay(inAYear)}
          aria-describedby={ERROR}
          aria-invalid={attempt > 0}
          onChange={({ target }) => change({ day: target.value })}
        />
      </label>
    ),
    check: invitation && invitation.kind === 'helper' && (
      <>
        <p>{text('helpers.check.text', { name: invitation.name })}</p>
        <HelperLines helper={invitation} />
      </>
    ),
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        goOn();
      }}
    >
      <p className="step">{text('helpers.step', { step: number + 1, count: steps.length })}</p>
      <PageTitle key={step} name={title}>
        {title}
      </PageTitle>
      <FieldError
        id={ERROR}
        attempt={attempt}
        message={step === 'check' ? '' : text(missing[step])}
      />
      {parts[step]}
      {invite.error && <Problem error={invite.error} sending />}
      <div className="actions">
        <button type="submit" className="button button-main" disabled={invite.isPending}>
          {text(step === 'check' ? 'helpers.check.send' : 'helpers.next')}
        </button>
        {number > 0 && (
          <button
            type="button"
            className="button button-quiet"
            onClick={() => setStep(steps[number - 1] ?? 'who')}
          >
            {text('helpers.previous')}
          </button>
        )}
      </div>
    </form>
  );
}

function TextField({
  label,
  value,
  isWrong,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly isWrong: boolean;
  readonly onChange: (value: string) => void;
}) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        type="text"
        maxLength={60}
        value={value}
        aria-describedby={ERROR}
        aria-invalid={isWrong && value.trim() === ''}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}
