import { useLanguage, useText } from '../i18n/text.tsx';
import type { Known } from '../lawful-access/law-words.ts';
import { Link } from '../ui/link.tsx';
import { MayObject } from './may-object.tsx';
import { noticeSentence } from './notice-words.ts';
import type { OpenNotice } from './open-notice.ts';

/** What is new since last time, as the first thing on the start page. */
export function NewestNotice({
  newest,
  more,
  known,
}: {
  readonly newest: OpenNotice;
  /** How many others are new. */
  readonly more: number;
  readonly known: Known;
}) {
  const words = useText();
  const { text } = words;
  const { language } = useLanguage();
  return (
    <>
      <h2 id="first">{text('home.newNotice')}</h2>
      <p>{noticeSentence(newest, known, language, words)}</p>
      <MayObject notice={newest} known={known} />
      {more > 0 && <p>{text('home.moreNotices', { count: more })}</p>}
      <Link to="notices" className="button button-main">
        {text('home.openNotices')}
      </Link>
    </>
  );
}
