import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { useText } from '../i18n/text.tsx';
import { useCitizen, useServices } from '../services.tsx';
import { useAnnounce } from '../ui/announcer.tsx';
import { whenAnswered } from './when-answered.ts';

/** Keeps what is shown up to date as the vault and the authority tell what changed; loaded after the first screen. */
export function LiveUpdates() {
  const { config, session } = useServices();
  const citizen = useCitizen();
  const queries = useQueryClient();
  const { text } = useText();
  const announce = useAnnounce();
  const onFactsChanged = useEffectEvent(() => announce(text('app.factsChanged')));
  useEffect(() => {
    const stop = new AbortController();
    const powers = {
      ...{ config, fetch: session.fetch, citizen, queries },
      onFactsChanged: () => onFactsChanged(),
    };
    // Not before the sign-in is restored and the page has what it asked: what is shown first must not wait for it.
    const loaded = session
      .begin()
      .then(() => whenAnswered(queries))
      .then(() => import('./keep-live.ts'));
    void loaded.then(
      ({ keepLive }) => keepLive(powers, stop.signal),
      // Without it the lists are asked again and again, as before.
      () => undefined,
    );
    return () => stop.abort();
  }, [config, session, citizen, queries]);
  return null;
}
