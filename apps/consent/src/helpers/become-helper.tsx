import type { HelperView, InvitationView } from '@grondslag/protocol/v1';
import { type FormEvent, useState } from 'react';
import { AuthorityError } from '../authority/authority-error.ts';
import { useText } from '../i18n/text.tsx';
import { FieldError } from '../ui/field-error.tsx';
import { Link } from '../ui/link.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Problem } from '../ui/problem.tsx';
import { HelperLines } from './helper-lines.tsx';
import { useHelperChange } from './helper-queries.ts';
import { citizenOf } from './name-of.ts';

const CODE_ERROR = 'code-error';
const NAME_ERROR = 'name-error';

/** Taking an invitation: the code, then what is asked, then the own name. */
export function BecomeHelper() {
  const { text } = useText();
  const [code, setCode] = useState(() => location.hash.slice(1));
  const [invitation, setInvitation] = useState<InvitationView>();
  const [accepted, setAccepted] = useState<HelperView>();
  const title = text('become.title');
  return (
    <>
      <PageTitle name={title}>{title}</PageTitle>
      {accepted ? (
        <>
          <p className="notice notice-good">{text('become.done', { name: citizenOf(accepted) })}</p>
          <Link to="helpers" className="button">
            {text('helpers.toList')}
          </Link>
        </>
      ) : invitation ? (
        <Accept code={code} invitation={invitation} onAccepted={setAccepted} />
      ) : (
        <EnterCode code={code} onCode={setCode} onFound={setInvitation} />
      )}
    </>
  );
}

function EnterCode({
  code,
  onCode,
  onFound,
}: {
  readonly code: string;
  readonly onCode: (code: string) => void;
  readonly onFound: (invitation: InvitationView) => void;
}) {
  const { text } = useText();
  const [attempt, setAttempt] = useState(0);
  const look = useHelperChange((client, typed: string) => client.look(typed));
  const isUnknown = look.error instanceof AuthorityError && look.error.status === 404;
  function send(event: FormEvent) {
    event.preventDefault();
    if (code.trim() === '') return setAttempt(attempt + 1);
    look.mutate(code, { onSuccess: onFound, onError: () => setAttempt(attempt + 1) });
  }
  return (
    <form noValidate onSubmit={send}>
      <p className="intro">{text('become.intro')}</p>
      <FieldError
        id={CODE_ERROR}
        attempt={look.error && !isUnknown ? 0 : attempt}
        message={text(isUnknown ? 'become.unknown' : 'become.noCode')}
      />
      <label className="field">
        <span>{text('become.code')}</span>
        <input
          type="text"
          autoComplete="off"
          maxLength={40}
          value={code}
          aria-describedby={CODE_ERROR}
          aria-invalid={attempt > 0}
          onChange={({ target }) => {
            setAttempt(0);
            onCode(target.value);
          }}
        />
      </label>
      {look.error && !isUnknown && <Problem error={look.error} />}
      <div className="actions">
        <button type="submit" className="button button-main" disabled={look.isPending}>
          {text('become.look')}
        </button>
      </div>
    </form>
  );
}

function Accept({
  code,
  invitation,
  onAccepted,
}: {
  readonly code: string;
  readonly invitation: InvitationView;
  readonly onAccepted: (helper: HelperView) => void;
}) {
  const { text } = useText();
  const [name, setName] = useState('');
  const [attempt, setAttempt] = useState(0);
  const accept = useHelperChange((client, own: string) => client.accept(code, own));
  function send(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === '') return setAttempt(attempt + 1);
    accept.mutate(name.trim(), { onSuccess: onAccepted });
  }
  return (
    <form noValidate onSubmit={send}>
      <p className="intro">{text('become.asks', { name: citizenOf(invitation) })}</p>
      <HelperLines helper={invitation} />
      <FieldError id={NAME_ERROR} attempt={attempt} message={text('become.noName')} />
      <label className="field">
        <span>{text('become.name', { name: citizenOf(invitation) })}</span>
        <input
          type="text"
          autoComplete="name"
          maxLength={60}
          value={name}
          aria-describedby={NAME_ERROR}
          aria-invalid={attempt > 0}
          onChange={({ target }) => {
            setAttempt(0);
            setName(target.value);
          }}
        />
      </label>
      <p className="quiet">{text('become.seen', { name: citizenOf(invitation) })}</p>
      {accept.error && <Problem error={accept.error} sending />}
      <div className="actions">
        <button type="submit" className="button button-choice" disabled={accept.isPending}>
          {text('become.yes')}
        </button>
        <Link to="home" className="button button-choice">
          {text('become.no')}
        </Link>
      </div>
    </form>
  );
}
