import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { useHelpingId } from './helpers/helping-now.ts';
import { Home } from './home/home.tsx';
import { useText } from './i18n/text.tsx';
import { LiveUpdates } from './live/live-updates.tsx';
import { pages } from './pages.tsx';
import { AnnounceNewRequests } from './requests/announce-new-requests.tsx';
import { type Match, matchRoute } from './routes.tsx';
import { CitizenContext, useServices } from './services.tsx';
import { SignIn } from './session/sign-in.tsx';
import { Announcer } from './ui/announcer.tsx';
import { Layout } from './ui/layout.tsx';
import { Lazy } from './ui/lazy.tsx';
import { Link } from './ui/link.tsx';
import { usePlace } from './ui/navigation.ts';
import { OfflineBanner } from './ui/offline-banner.tsx';
import { PageTitle } from './ui/page-title.tsx';

/** The whole app: the sign-in, or the page of the address. */
export function App() {
  const { session } = useServices();
  const queries = useQueryClient();
  const state = useSyncExternalStore(session.subscribe, () => session.state);
  const signedIn = state.status === 'signed_in';
  const { pathname } = usePlace();
  const match = matchRoute(pathname);
  // What one citizen saw must not stay for the next.
  useEffect(() => {
    if (!signedIn) queries.clear();
  }, [signedIn, queries]);
  return (
    <Announcer>
      <Layout signedIn={signedIn} onSignOut={() => void session.logout()}>
        <OfflineBanner />
        {state.status === 'restoring' && <Restoring />}
        {state.status === 'signed_out' &&
          (isOpen(match) ? (
            <LazyPage key={pathname} {...match} />
          ) : (
            <SignIn problem={state.problem} />
          ))}
        {state.status === 'signed_in' && (
          <CitizenContext value={state.webId}>
            <Helping>
              <Page />
            </Helping>
          </CitizenContext>
        )}
      </Layout>
    </Announcer>
  );
}

/** Pages that are there for everybody, also before the sign-in. */
const openPages = ['elsewhere', 'settings', 'accessibility', 'help'] as const;
type OpenPage = Match & { readonly name: (typeof openPages)[number] };

function isOpen(match: Match | undefined): match is OpenPage {
  return openPages.some((name) => name === match?.name);
}

function Page() {
  const { pathname } = usePlace();
  const match = matchRoute(pathname);
  if (!match) return <NotFound />;
  return match.name === 'home' ? (
    <Home />
  ) : (
    <LazyPage key={pathname} {...match} name={match.name} />
  );
}

/** The page as it is, or while helping somebody with that citizen's things. */
function Helping({ children }: { readonly children: ReactNode }) {
  const id = useHelpingId();
  return (
    <>
      <LiveUpdates />
      {id === undefined ? (
        <>
          <AnnounceNewRequests />
          {children}
        </>
      ) : (
        <Lazy
          name="helping"
          chapters={['facts', 'helpers']}
          load={async () => (await import('./helpers/help-somebody.tsx')).HelpSomebody}
        >
          {(HelpSomebody) => <HelpSomebody id={id}>{children}</HelpSomebody>}
        </Lazy>
      )}
    </>
  );
}

function LazyPage({ name, id }: { readonly name: keyof typeof pages; readonly id: string }) {
  const { chapters, load } = pages[name];
  return (
    <Lazy name={name} chapters={chapters} load={load} isPage>
      {(Shown) => <Shown id={id} />}
    </Lazy>
  );
}

function NotFound() {
  const { text } = useText();
  return (
    <>
      <PageTitle name={text('notFound.title')}>{text('notFound.title')}</PageTitle>
      <p>{text('notFound.text')}</p>
      <Link to="home" className="button">
        {text('notFound.link')}
      </Link>
    </>
  );
}

/** Shown only when restoring takes long enough to be noticed. */
function Restoring() {
  const { text } = useText();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 400);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="loading" aria-busy="true">
      {late && text('signIn.restoring')}
    </p>
  );
}
