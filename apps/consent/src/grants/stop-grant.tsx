import type { AccessGrant } from '@grondslag/protocol';
import { useState } from 'react';
import { showAgency, useParticipants } from '../agencies/agency-queries.ts';
import { useFactNames } from '../facts/fact-queries.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { pathTo, shortId } from '../routes.tsx';
import { useAnnounce } from '../ui/announcer.tsx';
import { Link } from '../ui/link.tsx';
import { together } from '../ui/loadable.ts';
import { goTo } from '../ui/navigation.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { Problem } from '../ui/problem.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { useActiveGrants, usePlacingGrants, useStopGrant } from './grant-queries.ts';
import { grantedFacts } from './granted-facts.ts';
import { letsSee } from './lets-see.ts';

/** Asks once more before stopping, and says what stopping cannot undo. `id` is the short id of the grant. */
export function StopGrant({ id }: { readonly id: string }) {
  const words = useText();
  const { text } = words;
  const { language } = useLanguage();
  const announce = useAnnounce();
  const stop = useStopGrant();
  const [opened, setOpened] = useState<AccessGrant>();
  const query = together({
    participants: useParticipants(),
    names: useFactNames(words),
    grants: useActiveGrants(),
    placing: usePlacingGrants(),
  });
  const all = query.data && [...query.data.grants, ...query.data.placing];
  const found = all?.find((grant) => shortId(grant.id) === id);
  if (!opened && found) setOpened(found);
  const grant = opened ?? found;
  const isPlacing = grant !== undefined && !letsSee(grant);
  const title = text(isPlacing ? 'stop.titlePlacing' : 'stop.title');

  return (
    <>
      <PageTitle name={title}>{title}</PageTitle>
      <QueryState query={query} isEmpty={() => !grant} empty={<Gone />}>
        {({ participants, names }) => {
          if (!grant) return <Gone />;
          const consent = grant.credentialSubject.providedConsent;
          const agency = showAgency(consent.isProvidedTo, participants, language, text).name;
          function confirm(confirmed: AccessGrant) {
            stop.mutate(confirmed, {
              onSuccess() {
                const news = text(isPlacing ? 'grants.stoppedPlacing' : 'grants.stopped', {
                  agency,
                });
                announce(news);
                goTo(pathTo('grants'), { replace: true, news });
              },
            });
          }
          return (
            <>
              <p>{text(isPlacing ? 'stop.whatPlacing' : 'stop.what', { agency })}</p>
              <ul>
                {grantedFacts(grant, names, words).map((fact, index) => (
                  <li key={consent.forPersonalData[index]}>{fact}</li>
                ))}
              </ul>
              <p>{text('stop.when')}</p>
              {isPlacing ? (
                <p>{text('stop.placed')}</p>
              ) : (
                <section className="notice" aria-labelledby="cannot">
                  <h2 id="cannot">{text('stop.cannot.title')}</h2>
                  <p>{text('stop.cannot.text', { agency })}</p>
                  <p>{text('stop.cannot.ask', { agency })}</p>
                  <p>
                    <Link to="grant" id={shortId(grant.id)} className="button button-quiet">
                      {text('askRight.erasure.title')}
                    </Link>
                  </p>
                </section>
              )}
              {stop.error && <Problem error={stop.error} sending />}
              <div className="actions actions-equal">
                <button
                  type="button"
                  className="button button-choice"
                  disabled={stop.isPending}
                  onClick={() => confirm(grant)}
                >
                  {text(isPlacing ? 'stop.yesPlacing' : 'stop.yes')}
                </button>
                <button
                  type="button"
                  className="button button-choice"
                  disabled={stop.isPending}
                  onClick={() => goTo(pathTo('grants'))}
                >
                  {text('stop.no')}
                </button>
              </div>
              <p aria-live="polite">{stop.isPending && text('stop.sending')}</p>
            </>
          );
        }}
      </QueryState>
    </>
  );
}

function Gone() {
  const { text } = useText();
  return (
    <>
      <p>{text('stop.gone')}</p>
      <Link to="grants" className="button">
        {text('nav.grants')}
      </Link>
    </>
  );
}
