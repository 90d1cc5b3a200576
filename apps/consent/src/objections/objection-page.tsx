import type { ObjectionView } from '@grondslag/legal-basis';
import { useParticipants } from '../agencies/agency-queries.ts';
import { DoneBy } from '../helpers/done-by.tsx';
import { useLanguage, useText } from '../i18n/text.tsx';
import { Complain } from '../lawful-access/complain.tsx';
import { useLawfulAccesses } from '../lawful-access/law-queries.ts';
import { nameAgency } from '../lawful-access/law-words.ts';
import { shortId } from '../routes.tsx';
import { Link } from '../ui/link.tsx';
import { together } from '../ui/loadable.ts';
import { usePlace } from '../ui/navigation.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { plainWords } from '../ui/plain-words.ts';
import { QueryState } from '../ui/query-state.tsx';
import { ObjectionAnswer } from './objection-answer.tsx';
import { useObjections } from './objection-queries.ts';
import { objectionStateInWords } from './objection-words.ts';
import { WhatHappened } from './what-happened.tsx';

/** One objection: where it stands, what happens when, and the answer with its reasons. */
export function ObjectionPage({ id }: { readonly id: string }) {
  const words = useText();
  const { language } = useLanguage();
  const query = together({
    participants: useParticipants(),
    accesses: useLawfulAccesses(),
    objections: useObjections(),
  });
  const found = query.data?.objections.find(({ objection }) => shortId(objection.id) === id);
  const agency =
    found && query.data ? nameAgency(found.objection.agency, query.data, language, words) : '';
  return (
    <QueryState query={query} isEmpty={() => !found} empty={<Gone />}>
      {() => found && <Found view={found} agency={agency} />}
    </QueryState>
  );
}

function Found({ view, agency }: { readonly view: ObjectionView; readonly agency: string }) {
  const words = useText();
  const { text, day } = words;
  const { news } = usePlace();
  const { objection, state, suspendsAccess } = view;
  const title = text('objection.title', { agency });
  return (
    <>
      <PageTitle name={title}>{title}</PageTitle>
      {news !== undefined && <p className="notice notice-good">{news}</p>}
      <div className={state === 'upheld' ? 'notice notice-good' : 'notice'}>
        <p>
          <strong>{objectionStateInWords(view, agency, new Date(), words)}</strong>
        </p>
        {suspendsAccess && <p>{text('objection.suspended')}</p>}
      </div>
      {objection.answer && <ObjectionAnswer answer={objection.answer} />}
      <WhatHappened view={view} agency={agency} />
      <section aria-labelledby="words">
        <h2 id="words">{text('objection.yourWords')}</h2>
        <p>
          <q>{plainWords(objection.grounds, 4_000)}</q>
        </p>
        <p className="quiet">
          {text('objections.sentOn', { date: day(new Date(objection.receivedAt)) })}{' '}
          <DoneBy helper={objection.helper} />
        </p>
      </section>
      <p>
        <Link to="lawfulAccess" id={shortId(objection.access)} className="button">
          {text('objection.access', { agency })}
        </Link>
      </p>
      <Complain />
      <Link to="objections">{text('objection.back')}</Link>
    </>
  );
}

function Gone() {
  const { text } = useText();
  return (
    <>
      <PageTitle name={text('lawAccess.gone.title')}>{text('lawAccess.gone.title')}</PageTitle>
      <p>{text('objection.gone')}</p>
      <Link to="objections" className="button">
        {text('objection.back')}
      </Link>
    </>
  );
}
