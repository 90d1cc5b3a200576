import type { AccessRequest, Participants } from '@grondslag/protocol';
import { useEffect } from 'react';
import { showAgency } from '../agencies/agency-queries.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { useAnnounce } from '../ui/announcer.tsx';
import { Link } from '../ui/link.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { AnsweredBefore } from '../way-back/answered-before.tsx';
import { useWhereItStands } from './request-queries.ts';

/** A question that waits no longer, and why. */
export function QuestionGone({
  id,
  opened,
  participants,
}: {
  /** Short id of the request. */
  readonly id: string;
  /** The question, when it went while it was being read. */
  readonly opened?: AccessRequest;
  readonly participants: Participants;
}) {
  const { text } = useText();
  const { language } = useLanguage();
  const announce = useAnnounce();
  const why = useWhereItStands(id).data ?? 'gone';
  const title = text(`request.${why}.title`);
  // What was on screen has gone, so it is said and the focus goes to what came instead.
  useEffect(() => {
    if (opened) announce(title);
  }, [opened, announce, title]);
  return (
    <>
      <PageTitle name={title} takesFocus={opened !== undefined}>
        {title}
      </PageTitle>
      <p className="intro">{text(`request.${why}.text`)}</p>
      {opened && (
        <p>
          {text('request.gone.was', {
            agency: showAgency(opened.credentialSubject.id, participants, language, text).name,
          })}
        </p>
      )}
      {opened && <p>{text('request.gone.nothingSent')}</p>}
      <AnsweredBefore id={id} participants={participants} />
      <Link to="requests" className="button">
        {text('request.gone.link')}
      </Link>
    </>
  );
}
