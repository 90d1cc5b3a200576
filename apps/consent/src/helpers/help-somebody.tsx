import '../ui/style/people.css';
import type { HelperView } from '@grondslag/protocol/v1';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { createAuthorityClient } from '../authority/authority-client.ts';
import { useText } from '../i18n/text.tsx';
import { matchRoute, pathTo, type RouteName, shortId } from '../routes.tsx';
import {
  CitizenContext,
  type Services,
  ServicesContext,
  useCitizen,
  useServices,
} from '../services.tsx';
import { loadable } from '../ui/loadable.ts';
import { goTo, usePlace } from '../ui/navigation.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { pollWhatIsTold } from '../ui/poll.ts';
import { QueryState } from '../ui/query-state.tsx';
import { createAsHelperFetch } from './as-helper-fetch.ts';
import { useHelperClient } from './helper-queries.ts';
import { mayOf, themesOf } from './helper-words.ts';
import { helpNobody } from './helping-now.ts';
import { citizenOf } from './name-of.ts';
import { createReadWithGrant } from './read-with-grant.ts';

/** Pages that are for helpers too; the authority keeps to what a helper may, whatever is shown. */
const forHelpers: ReadonlySet<RouteName> = new Set([
  'home',
  'facts',
  'report',
  'requests',
  'request',
  'grants',
  'grant',
  'stopGrant',
  'askRight',
  'lawfulAccess',
  'weighing',
  'object',
  'objection',
  'objections',
  'correction',
  'notices',
  'log',
  'receipts',
  'receipt',
  'letter',
  'help',
  'settings',
  'accessibility',
]);

/** Of those, the ones with nothing but something to send. */
const forActing: ReadonlySet<RouteName> = new Set(['report', 'stopGrant', 'askRight', 'object']);

/** The app for the citizen who is helped: the same pages, with whom it is for above all of them. */
export function HelpSomebody({
  id,
  children,
}: {
  readonly id: string;
  readonly children: ReactNode;
}) {
  const { text } = useText();
  const client = useHelperClient();
  const query = loadable(
    useQuery({
      queryKey: ['helpers', 'now', id],
      queryFn: () => client.find(id),
      refetchInterval: pollWhatIsTold(useCitizen()),
    }),
  );
  const leave = useLeave();
  return (
    <QueryState query={query}>
      {(helping) =>
        helping.state === 'active' ? (
          <Active helping={helping}>{children}</Active>
        ) : (
          <>
            <PageTitle key="over" name={text('helping.over.title')}>
              {text('helping.over.title')}
            </PageTitle>
            <p>{text('helping.over.text', { name: citizenOf(helping) })}</p>
            <button type="button" className="button button-main" onClick={leave}>
              {text('helping.back')}
            </button>
          </>
        )
      }
    </QueryState>
  );
}

function Active({
  helping,
  children,
}: {
  readonly helping: HelperView;
  readonly children: ReactNode;
}) {
  const words = useText();
  const { text } = words;
  const { pathname } = usePlace();
  const leave = useLeave();
  const services = useServicesFor(helping);
  const name = citizenOf(helping);
  const route = matchRoute(pathname)?.name;
  const isHere = route === undefined || forHelpers.has(route);
  const isLooking = helping.may === 'see';
  const why = !isHere ? 'own' : isLooking && route && forActing.has(route) ? 'look' : undefined;
  return (
    <CitizenContext value={helping.citizen}>
      <ServicesContext value={services}>
        <section className="notice helping" aria-labelledby="helping">
          <p id="helping">
            <strong>
              {text(helping.kind === 'helper' ? 'helping.now' : 'helping.nowDeciding', { name })}
            </strong>
          </p>
          <p>
            {text('helping.terms', {
              themes: themesOf(helping, words),
              may: mayOf(helping, words),
            })}{' '}
            {text('helping.seen', { name })}
          </p>
          {isLooking && <p>{text('helping.look.banner', { name })}</p>}
          <button type="button" className="button" onClick={leave}>
            {text('helping.stop')}
          </button>
        </section>
        {why === undefined ? (
          children
        ) : (
          <>
            <PageTitle key={pathname} name={text(`helping.${why}.title`, { name })}>
              {text(`helping.${why}.title`, { name })}
            </PageTitle>
            <p>{text(`helping.${why}.text`, { name })}</p>
          </>
        )}
      </ServicesContext>
    </CitizenContext>
  );
}

/** Goes back to being oneself; what was seen of another does not stay. */
function useLeave(): () => void {
  const queries = useQueryClient();
  return () => {
    helpNobody();
    queries.clear();
    goTo(pathTo('helpers'));
  };
}

function useServicesFor(helping: HelperView): Services {
  const services = useServices();
  const { id, grant } = helping;
  // Anew when other facts are shown, and not at each poll.
  const facts = helping.facts.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rest of the help does not change
  return useMemo(() => {
    const { config, session } = services;
    const own = session.fetch;
    const fetch = createAsHelperFetch(shortId(id), { baseUrl: config.authority, fetch: own });
    const read = createReadWithGrant({
      authority: config.authority,
      vault: config.vault,
      loadGrant: async () => (await own(grant ?? '')).json() as Promise<unknown>,
      fetch: own,
      publicFetch: (input, init) => globalThis.fetch(input, init),
    });
    const authority = { baseUrl: config.authority, fetch };
    return {
      ...services,
      helping,
      session: {
        ...session,
        fetch: (url, init) => (url.startsWith(config.vault) ? read(url, init) : fetch(url, init)),
      },
      authority: () => Promise.resolve(createAuthorityClient(authority)),
      law: async () => (await import('../authority/law-client.ts')).createLawClient(authority),
    } satisfies Services;
  }, [services, id, grant, facts]);
}
