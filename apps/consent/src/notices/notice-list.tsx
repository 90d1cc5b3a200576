import type { Notice } from '@grondslag/legal-basis';
import { useEffect, useState } from 'react';
import { useParticipants } from '../agencies/agency-queries.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { useLawfulAccesses } from '../lawful-access/law-queries.ts';
import { shortId } from '../routes.tsx';
import { Empty } from '../ui/empty.tsx';
import { Link } from '../ui/link.tsx';
import { together } from '../ui/loadable.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { DelayedLines } from './delayed-lines.tsx';
import { MayObject } from './may-object.tsx';
import { useNotices } from './notice-queries.ts';
import { noticeSentence } from './notice-words.ts';
import { isOpenNotice, type OpenNotice } from './open-notice.ts';
import { markSeen, readSeen, unseen } from './seen-notices.ts';

/** Everything the citizen is told, newest first; what was not on screen before is marked. */
export function NoticeList() {
  const words = useText();
  const { text, day } = words;
  const { language } = useLanguage();
  const [seenBefore] = useState(() => readSeen(localStorage));
  const query = together({
    participants: useParticipants(),
    accesses: useLawfulAccesses(),
    notices: useNotices(),
  });
  useSeen(query.data?.notices);
  return (
    <>
      <PageTitle name={text('notices.title')}>{text('notices.title')}</PageTitle>
      <p className="intro">{text('notices.intro')}</p>
      <DelayedLines />
      <QueryState
        query={query}
        isEmpty={({ notices }) => !notices.some(isOpenNotice)}
        empty={<Empty what={text('notices.empty')} hint={text('notices.emptyHint')} />}
      >
        {(known) => {
          const fresh = new Set(unseen(known.notices, seenBefore).map(({ id }) => id));
          return (
            <ul className="plain">
              {known.notices.filter(isOpenNotice).map((notice) => {
                const sentence = noticeSentence(notice, known, language, words);
                return (
                  <li key={notice.id} className="card">
                    <p>
                      {fresh.has(notice.id) && (
                        <strong className="mark-new">{text('notices.new')} </strong>
                      )}
                      {sentence}
                    </p>
                    <MayObject notice={notice} known={known} />
                    <p className="quiet">
                      {text('notices.toldOn', { date: day(new Date(notice.at)) })}
                    </p>
                    <OpenIt notice={notice} sentence={sentence} />
                  </li>
                );
              })}
            </ul>
          );
        }}
      </QueryState>
    </>
  );
}

/** The page a notice is about: the objection if there is one, else the access. */
function OpenIt({ notice, sentence }: { readonly notice: OpenNotice; readonly sentence: string }) {
  const { text } = useText();
  const open = text(notice.objection === undefined ? 'notices.open' : 'notices.openObjection');
  return (
    <Link
      to={notice.objection === undefined ? 'lawfulAccess' : 'objection'}
      id={shortId(notice.objection ?? notice.access)}
      className="button"
      label={text('notices.openFor', { open, what: sentence })}
    >
      {open}
    </Link>
  );
}

function useSeen(notices: readonly Notice[] | undefined) {
  useEffect(() => {
    if (notices === undefined) return;
    markSeen(
      localStorage,
      notices.filter(isOpenNotice).map(({ id }) => id),
    );
  }, [notices]);
}
