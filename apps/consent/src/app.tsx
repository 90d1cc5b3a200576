import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { MyFacts } from './facts/my-facts.tsx';
import { GrantOverview } from './grants/grant-overview.tsx';
import { StopGrant } from './grants/stop-grant.tsx';
import { Help } from './help/help.tsx';
import { Home } from './home/home.tsx';
import { useText } from './i18n/text.tsx';
import type { lawPages } from './law-pages.tsx';
import { WhoReadWhat } from './log/who-read-what.tsx';
import { AnnounceNewRequests } from './requests/announce-new-requests.tsx';
import { RequestInbox } from './requests/request-inbox.tsx';
import { matchRoute } from './routes.tsx';
import { CitizenContext, useServices } from './services.tsx';
import { SignIn } from './session/sign-in.tsx';
import { Announcer } from './ui/announcer.tsx';
import { Layout } from './ui/layout.tsx';
import { LazyPages } from './ui/lazy-pages.tsx';
import { Link } from './ui/link.tsx';
import { usePlace } from './ui/navigation.ts';
import { PageTitle } from './ui/page-title.tsx';
import { forgetWaysBack } from './way-back/keep-way-back.ts';
import { QuestionElsewhere } from './way-back/question-elsewhere.tsx';

/** The whole app: the sign-in, or the page of the address. */
export function App() {
  const { session } = useServices();
  const queries = useQueryClient();
  const state = useSyncExternalStore(session.subscribe, () => session.state);
  const signedIn = state.status === 'signed_in';
  const { pathname } = usePlace();
  const elsewhere = matchRoute(pathname)?.name === 'elsewhere';
  function signOut() {
    forgetWaysBack(sessionStorage);
    void session.logout();
  }
  // What one citizen saw must not stay for the next.
  useEffect(() => {
    if (!signedIn) queries.clear();
  }, [signedIn, queries]);
  return (
    <Announcer>
      <Layout signedIn={signedIn} onSignOut={signOut}>
        {state.status === 'restoring' && <Restoring />}
        {state.status === 'signed_out' &&
          (elsewhere ? <QuestionElsewhere /> : <SignIn problem={state.problem} />)}
        {state.status === 'signed_in' && (
          <CitizenContext value={state.webId}>
            <AnnounceNewRequests />
            <Page />
          </CitizenContext>
        )}
      </Layout>
    </Announcer>
  );
}

function Page() {
  const { pathname } = usePlace();
  const match = matchRoute(pathname);
  switch (match?.name) {
    case 'home':
      return <Home />;
    case 'facts':
      return <MyFacts />;
    case 'requests':
      return <RequestInbox />;
    case 'request':
      return <RequestPage key={match.id} id={match.id} />;
    case 'grants':
      return <GrantOverview />;
    case 'stopGrant':
      return <StopGrant key={match.id} id={match.id} />;
    case 'lawfulAccess':
    case 'weighing':
    case 'object':
    case 'objection':
    case 'objections':
    case 'notices':
      return <LawPage key={pathname} name={match.name} id={match.id} />;
    case 'log':
      return <WhoReadWhat />;
    case 'help':
      return <Help />;
    case 'elsewhere':
      return <QuestionElsewhere />;
    case undefined:
      return <NotFound />;
  }
}

function RequestPage({ id }: { readonly id: string }) {
  return (
    <LazyPages name="request" load={() => import('./requests/decide-on-request.tsx')}>
      {({ DecideOnRequest }) => <DecideOnRequest id={id} />}
    </LazyPages>
  );
}

function LawPage({ name, id }: { readonly name: keyof typeof lawPages; readonly id: string }) {
  return (
    <LazyPages name="law" load={async () => (await import('./law-pages.tsx')).lawPages}>
      {(pages) => {
        const Shown = pages[name];
        return <Shown id={id} />;
      }}
    </LazyPages>
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
  return late ? (
    <p className="loading" aria-busy="true">
      {text('signIn.restoring')}
    </p>
  ) : null;
}
