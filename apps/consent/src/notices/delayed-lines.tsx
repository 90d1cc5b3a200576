import { useText } from '../i18n/text.tsx';
import { useNotices } from './notice-queries.ts';
import { isDelayedNotice } from './open-notice.ts';

/** How many lines the citizen sees later, and when the last of them opens; nothing when there are none. */
export function DelayedLines() {
  const { text, day } = useText();
  const delayed = (useNotices().data ?? []).filter(isDelayedNotice);
  const last = delayed
    .map(({ until }) => until)
    .toSorted()
    .at(-1);
  if (last === undefined) return null;
  return (
    <div className="notice">
      <p>{text('notices.delayed', { count: delayed.length, date: day(new Date(last)) })}</p>
      <p className="quiet">{text('notices.delayedWhy')}</p>
    </div>
  );
}
