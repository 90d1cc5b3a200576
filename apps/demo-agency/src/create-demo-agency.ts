import { readFileSync } from 'node:fs';
import {
  type Agency,
  AgencyError,
  type ReadOptions,
  type ReadOutcome,
  type RequestOutcome,
} from '@grondslag/agency';
import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { type Case, type CaseState, randomId } from './cases/case.ts';
import type { CaseStore } from './cases/case-store.ts';
import { followCase } from './cases/follow-case.ts';
import { createLastReads } from './cases/last-reads.ts';
import {
  type Council,
  FREE_CHOICE_PATH,
  TOP_UP_PATH,
  tryWithoutGate,
  tryWithoutLaw,
} from './council.ts';
import { sameOriginForms, securityHeaders, smallBodies } from './http/security.ts';
import { sessionOf, startSession } from './http/session.ts';
import { type AskProblem, askPage, SOMEONE_ELSE } from './pages/ask-page.ts';
import { casePage } from './pages/case-page.ts';
import { councilPage } from './pages/council-page.ts';
import { deadEndFree, otherRoutePage } from './pages/other-route.ts';
import { endOf, OTHER_ROUTE_PATH, otherRoute, query, questionTo } from './question.ts';
import { type Speech, speechFor } from './words/language.ts';

/** What the pages need. */
export interface DemoAgencyOptions {
  agency: Pick<Agency, 'requestAccess' | 'waitForDecision'> & {
    readClaims(id: string, options: ReadOptions): Promise<ReadOutcome>;
  };
  cases: CaseStore;
  /** Wants what the rules do not allow; without it there are no such pages. */
  council?: Council;
  /** Where browsers see the pages. */
  baseUrl: string;
  /** Where citizens decide. */
  consentApp: string;
  /** Synthetic people to choose from. */
  citizens: readonly { webId: string; name: string }[];
  now?: () => Date;
  /** Told the stable code of a failure; never personal data. */
  onFailure?: (code: string) => void;
}

const askFormSchema = z.object({
  citizen: z.string().max(2000),
  webId: z.string().max(2000).default(''),
});

/** The pages of the debt counsellor, over an agency. What was read is kept in memory only. */
export function createDemoAgency({
  agency,
  council,
  cases,
  baseUrl,
  consentApp,
  citizens,
  now = () => new Date(),
  onFailure = () => {},
}: DemoAgencyOptions): Hono {
  const app = new Hono();
  const reads = createLastReads();
  const route = otherRoute(baseUrl);

  const endPage = (speech: Speech, title: string, text: string) =>
    deadEndFree(speech, { title, text, otherRoute: route });
  const notFound = (c: Context) => {
    const speech = speechOf(c);
    return c.html(endPage(speech, speech.words.notFoundTitle, speech.words.notFoundText), 404);
  };
  const startPage = (speech: Speech, problem?: AskProblem) =>
    askPage({
      speech,
      citizens,
      purposeInWords: questionTo(baseUrl, baseUrl, now()).purposeInWords,
      otherRoute: route,
      until: endOf(now()),
      problem,
      hasCouncil: council !== undefined,
    });

  app.use(securityHeaders());
  app.use(
    sameOriginForms(baseUrl, async (c) => {
      const speech = speechOf(c);
      return c.html(endPage(speech, speech.words.forbiddenTitle, speech.words.forbiddenText), 403);
    }),
    smallBodies(),
  );
  serveFile(app, '/stijl.css', 'style.css', 'text/css; charset=utf-8');
  serveFile(app, '/wacht.js', 'wait.js', 'text/javascript; charset=utf-8');

  app.get('/', (c) => c.html(startPage(speechOf(c))));
  app.get(`/${OTHER_ROUTE_PATH}`, (c) => c.html(otherRoutePage(speechOf(c), route)));

  if (council) {
    const attempts = {
      [TOP_UP_PATH]: () => tryWithoutLaw(council),
      [FREE_CHOICE_PATH]: () => tryWithoutGate(council, now()),
    };
    for (const path of [TOP_UP_PATH, FREE_CHOICE_PATH] as const) {
      app.get(`/${path}`, (c) => c.html(councilPage(speechOf(c), path)));
      app.post(`/${path}`, async (c) => {
        const speech = speechFor(String((await c.req.parseBody())['lang']));
        return c.html(councilPage(speech, path, await attempts[path]()));
      });
    }
  }

  app.post('/vragen', async (c) => {
    const form = await c.req.parseBody();
    const speech = speechFor(String(form['lang']));
    const { words } = speech;
    const chosen = askFormSchema.safeParse(form).data;
    if (!chosen?.citizen) return c.html(startPage(speech, { text: words.askFirst }), 422);
    const webId = chosen.citizen === SOMEONE_ELSE ? chosen.webId.trim() : chosen.citizen;
    if (!z.url({ protocol: /^https?$/ }).safeParse(webId).success) {
      return c.html(startPage(speech, { text: words.askWebId, ...chosen }), 422);
    }
    const asked = await agency.requestAccess(questionTo(webId, baseUrl, now()));
    const kept: Case = {
      id: randomId(),
      session: startSession(c, baseUrl),
      name: citizens.find((citizen) => citizen.webId === webId)?.name ?? webId,
      askedAt: now().toISOString(),
      state: stateOf(asked),
    };
    await cases.save(kept);
    return c.redirect(speech.link(`/zaak/${kept.id}`), 303);
  });

  app.get('/zaak/:id', async (c) => {
    const kept = cases.find(c.req.param('id'), sessionOf(c));
    if (!kept) return notFound(c);
    const current = await followCase({ agency, cases }, kept);
    return c.html(
      casePage({
        speech: speechOf(c),
        kept: current,
        read: reads.find(kept.id),
        consentApp,
        otherRoute: route,
        now: now(),
      }),
    );
  });

  app.get('/zaak/:id/stand', async (c) => {
    const kept = cases.find(c.req.param('id'), sessionOf(c));
    if (!kept) return c.json({ decided: false }, 404);
    const { state } = await followCase({ agency, cases }, kept);
    return c.json({ decided: state.kind !== 'asked' });
  });

  app.post('/zaak/:id/lezen', async (c) => {
    const kept = cases.find(c.req.param('id'), sessionOf(c));
    if (kept?.state.kind !== 'granted') return notFound(c);
    // What was read before is gone, also when this read fails.
    reads.forget(kept.id);
    const outcome = await agency.readClaims(kept.state.grantId, { query });
    reads.keep(kept.id, { outcome, at: now() });
    const speech = speechFor(String((await c.req.parseBody())['lang']));
    return c.redirect(speech.link(`/zaak/${kept.id}`), 303);
  });

  app.notFound(notFound);
  app.onError((error, c) => {
    const code = error instanceof AgencyError ? error.code : 'unexpected';
    onFailure(code);
    const speech = speechOf(c);
    const { words } = speech;
    const text = `${words.failedText} ${words.failedCode}: ${code}.`;
    return c.html(endPage(speech, words.failedTitle, text), code === 'unexpected' ? 500 : 503);
  });
  return app;
}

function speechOf(c: Context): Speech {
  return speechFor(c.req.query('lang'));
}

function serveFile(app: Hono, path: string, file: string, type: string): void {
  const body = readFileSync(new URL(`../public/${file}`, import.meta.url), 'utf8');
  app.get(path, (c) => c.body(body, 200, { 'content-type': type, 'cache-control': 'max-age=300' }));
}

function stateOf(asked: RequestOutcome): CaseState {
  switch (asked.status) {
    case 'requested':
      return { kind: 'asked', requestId: asked.request.id };
    case 'refused':
      return { kind: 'refused', why: asked.why };
    case 'no-vault':
      return { kind: 'no-vault' };
  }
}
