import { useEffect, useRef } from 'react';
import { useText } from '../i18n/text.tsx';
import { useAnnounce } from '../ui/announcer.tsx';
import { usePendingRequests } from './request-queries.ts';

/** Says politely that questions came in, on whatever page the citizen is. */
export function AnnounceNewRequests() {
  const { text } = useText();
  const announce = useAnnounce();
  const { data } = usePendingRequests();
  const known = useRef<ReadonlySet<string>>(undefined);
  useEffect(() => {
    if (!data) return;
    const before = known.current;
    const fresh = before ? data.filter(({ id }) => !before.has(id)).length : 0;
    known.current = new Set(data.map(({ id }) => id));
    if (fresh > 0) announce(text('app.newRequests', { count: fresh }));
  }, [data, announce, text]);
  return null;
}
