import './ui/style/base.css';
import './ui/style/layout.css';
import './ui/style/parts.css';
import './ui/style/law.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { readLanguage } from './i18n/language.ts';
import { Speech } from './i18n/speech.ts';
import { TextProvider } from './i18n/text.tsx';
import { loadConfig } from './load-config.ts';
import { pages } from './pages.tsx';
import { matchRoute } from './routes.tsx';
import { type Services, ServicesContext } from './services.tsx';
import { createSession } from './session/create-session.ts';
import { limitFetch } from './session/limit-fetch.ts';
import { followSystem } from './theme/theme.ts';
import { watchConnection } from './ui/connection-store.ts';
import { arriveAt } from './ui/navigation.ts';
import { createQueryClient } from './ui/query-client.ts';
import { arrive } from './way-back/arrive.ts';

void start();

async function start(): Promise<void> {
  followSystem(window, localStorage);
  // Reads answers, so it is needed after the sign-in only: what is drawn before does not wait for it.
  void import('./authority/authority-client.ts').catch(() => undefined);
  const speech = new Speech();
  // Dutch when it fails.
  const chosen = speech
    .choose(readLanguage(localStorage, navigator.languages))
    .catch(() => undefined);
  // While the sign-in is being restored the page of this address is loaded; `Lazy` tells when that fails.
  const match = matchRoute(location.pathname);
  if (match && match.name !== 'home') {
    const { chapters, load } = pages[match.name];
    void Promise.all([load(), chosen.then(() => speech.need(chapters))]).catch(() => undefined);
  }
  const [config] = await Promise.all([loadConfig(fetch), chosen]);
  // First: the sign-in returns to the page of the question.
  arrive(config.authority, window);
  const connection = watchConnection(window, [config.vault, config.authority]);
  const session = createSession(config, window, { showPage: arriveAt, connection });
  const authority = { baseUrl: config.authority, fetch: session.fetch };
  const publicFetch = limitFetch([config.authority], (url, init) => fetch(url, init));
  const services: Services = {
    config,
    session,
    connection,
    authority: async () => {
      const { createAuthorityClient } = await import('./authority/authority-client.ts');
      return createAuthorityClient({ ...authority, publicFetch });
    },
    law: async () => (await import('./authority/law-client.ts')).createLawClient(authority),
  };
  // Here, not in an effect: the answer of the sign-in may be used once.
  void session.begin();

  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <TextProvider speech={speech}>
        <ServicesContext value={services}>
          <QueryClientProvider client={createQueryClient()}>
            <App />
          </QueryClientProvider>
        </ServicesContext>
      </TextProvider>
    </StrictMode>,
  );
}
