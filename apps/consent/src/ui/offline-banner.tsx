import { useSyncExternalStore } from 'react';
import { useText } from '../i18n/text.tsx';
import { useServices } from '../services.tsx';

/** Says that there is no connection: what is on screen stays, and nothing can be sent. */
export function OfflineBanner() {
  const { text, time } = useText();
  const { connection } = useServices();
  const since = useSyncExternalStore(connection.subscribe, () => connection.offlineSince);
  // There from the start, so that a screen reader hears when it gets its words.
  return (
    <div role="status">
      {since && <p className="notice notice-bad">{text('app.offline', { time: time(since) })}</p>}
    </div>
  );
}
