import { AgencyError, g, type ReadOutcome, type Term } from '@grondslag/agency';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCaseStore } from './cases/case-store.ts';
import type { Council } from './council.ts';
import { createDemoAgency, type DemoAgencyOptions } from './create-demo-agency.ts';

type Verbs = DemoAgencyOptions['agency'];

const baseUrl = 'http://localhost:7103/';
const anna = { webId: 'http://localhost:7100/anna/profile/card#me', name: 'Anna <b>de Wit</b>' };
const requestId = 'http://localhost:7101/vc/1';
const grantId = 'http://localhost:7101/vc/2';
const otherRoute = { text: { nl: 'Vraag het papieren formulier.' } };
const source = {
  id: 'http://localhost:7104/inkomen',
  name: { nl: 'Inkomensregister (voorbeeld)' },
};

const literal = (value: string): Term => ({ termType: 'Literal', value });
const provenance = {
  source: { termType: 'NamedNode', value: source.id } as const,
  credential: { termType: 'NamedNode', value: 'urn:uuid:1' } as const,
  checkedAt: literal('2026-11-22T10:00:00Z'),
};
const income = (year: string, amount: string) => ({
  ...provenance,
  year: literal(year),
  amount: literal(amount),
  currency: literal('EUR'),
});
const city = (name: string) => ({ ...provenance, city: literal(name) });

function read(
  rows: Record<string, Term>[],
  leftOut: object[] = [],
  claims: object[] = [{ source }],
  disputed: object[] = [],
) {
  const answer = { form: 'select', variables: [], rows };
  return { status: 'read', answer, claims, leftOut, disputed } as unknown as ReadOutcome;
}

describe(createDemoAgency, () => {
  // The agency is a power of the pages; each test says what the world answers.
  let verbs: Verbs;
  let failures: string[];
  let cookie = '';
  const granted = {
    status: 'granted',
    grant: { id: grantId },
    notGranted: [],
  } as unknown as Awaited<ReturnType<Verbs['waitForDecision']>>;

  beforeEach(() => {
    cookie = '';
    failures = [];
    verbs = {
      requestAccess: async () =>
        ({ status: 'requested', request: { id: requestId } }) as unknown as Awaited<
          ReturnType<Verbs['requestAccess']>
        >,
      waitForDecision: async () => ({ status: 'pending', otherRoute }),
      readClaims: async () => read([income('2025', '19875.50'), city('Waterdam')]),
    };
  });

  function open(now?: () => Date, council?: Council) {
    const app = createDemoAgency({
      agency: {
        requestAccess: (...args) => verbs.requestAccess(...args),
        waitForDecision: (...args) => verbs.waitForDecision(...args),
        readClaims: (...args) => verbs.readClaims(...args),
      },
      cases: createCaseStore(),
      baseUrl,
      consentApp: 'http://localhost:7102/',
      citizens: [anna],
      onFailure: (code) => failures.push(code),
      ...(now && { now }),
      ...(council && { council }),
    });
    const get = async (path: string) => app.request(path, { headers: { cookie } });
    const post = async (
      path: string,
      form: Record<string, string>,
      origin = new URL(baseUrl).origin,
    ) => {
      const response = await app.request(path, {
        method: 'POST',
        headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form).toString(),
      });
      cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
      return response;
    };
    const ask = async (citizen = anna.webId) => {
      const response = await post('/vragen', { citizen, lang: 'nl' });
      expect(response.status).toBe(303);
      return response.headers.get('location') ?? '';
    };
    const text = async (path: string) => (await get(path)).text();
    return { app, get, post, ask, text };
  }

  it('shows people, needs with reasons, purpose, end and other route, with one h1 and labels', async () => {
    const page = await open().text('/');
    expect(page).toContain('<html lang="nl">');
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page).toContain('Anna &lt;b&gt;de Wit&lt;/b&gt;');
    expect(page).toContain(`<input type="radio" name="citizen" value="${anna.webId}" required>`);
    expect(page).toMatch(
      /Inkomen \(nodig\)[\s\S]+Woonplaats \(niet verplicht\)[\s\S]+Gezin \(niet verplicht\)/,
    );
    expect(page).toContain('<label for="webid">');
    expect(page).toContain('0900 0000');
    expect(page).toContain('Vraag de gegevens');
  });

  describe('a council that wants what the rules do not allow', () => {
    const why = { nl: 'Waarom niet.', en: 'Why not.' };
    const advice = { nl: 'Wat u kunt doen.', en: 'What you can do.' };
    const refused = (rule: 'law_reference_missing' | 'consent_not_free') =>
      ({ status: 'refused', rule, article: '6', why, advice, otherRoute }) as const;
    const council: Council = {
      mandate: 'https://access.example/v1/mandates/1',
      citizen: anna.webId,
      agency: {
        requestLawfulAccess: async () => refused('law_reference_missing'),
        requestAccess: async ({ consentGate }) => {
          expect(consentGate).toBeUndefined();
          return refused('consent_not_free');
        },
      },
    };

    it.each([
      { path: '/zonder-wet', rule: 'law_reference_missing' },
      { path: '/vrije-keuze', rule: 'consent_not_free' },
    ] as const)('hears at $path why not, and what it can do', async ({ path, rule }) => {
      const { post, text } = open(undefined, council);
      expect(await text('/')).toContain(`href="${path}"`);
      expect(await text(path)).not.toContain(rule);
      const page = await (await post(path, { lang: 'en' })).text();
      expect(page).toContain(`(${rule})`);
      expect(page).toContain(advice.en);
      expect(page).toContain(otherRoute.text.nl);
    });

    it('is told when the question was asked all the same', async () => {
      const { requestAccess } = verbs;
      const agency = { ...council.agency, requestAccess };
      const { post } = open(undefined, { ...council, agency });
      const page = await (await post('/vrije-keuze', { lang: 'nl' })).text();
      expect(page).toContain('De vraag is gesteld.');
    });

    it('has no page where there is no council', async () => {
      const { get, text } = open();
      expect(await text('/')).not.toContain('vrije-keuze');
      expect((await get('/vrije-keuze')).status).toBe(404);
    });
  });

  it('speaks English when asked to', async () => {
    const page = await open().text('/?lang=en');
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('Ask for the facts');
    expect(page).toContain('href="/?lang=nl"');
  });

  it('sends strict headers with every answer, also for what is not there', async () => {
    const { get } = open();
    for (const path of ['/', '/nothing', '/stijl.css']) {
      const { headers } = await get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    expect((await get('/')).headers.get('cache-control')).toBe('no-store');
  });

  it('asks until the end of a day in three months, income required, and puts nothing personal in the address', async () => {
    let asked: Parameters<Verbs['requestAccess']>[0] | undefined;
    const { requestAccess } = verbs;
    verbs.requestAccess = (question) => {
      asked = question;
      return requestAccess(question);
    };
    const path = await open(() => new Date('2026-11-22T10:00:00Z')).ask();
    expect(path).toMatch(/^\/zaak\/[0-9a-f]{32}$/);
    expect(asked).toMatchObject({
      citizen: anna.webId,
      purpose: 'https://w3id.org/dpv#ServiceProvision',
      expiresAt: new Date('2027-02-20T22:59:59Z'),
    });
    expect(asked?.needs.filter(({ required }) => required)).toMatchObject([
      { claimType: g.IncomeCredential },
    ]);
    expect(cookie).toMatch(/^grondslag_demo_agency=[0-9a-f]{32}$/);
  });

  it.each([
    ['another origin', 'https://evil.example'],
    ['no origin', ''],
    ['a hidden origin', 'null'],
  ])('refuses a form from %s', async (_, origin) => {
    const response = await open().post('/vragen', { citizen: anna.webId }, origin);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('Begin opnieuw');
  });

  it.each([
    [{}, 'Kies eerst een persoon'],
    [{ citizen: 'iemand-anders', webId: 'anna' }, 'Vul een adres in'],
    [{ citizen: 'iemand-anders', webId: 'javascript:alert(1)' }, 'Vul een adres in'],
  ])('says what is wrong with the form %j', async (form, problem) => {
    const response = await open().post('/vragen', form);
    expect(response.status).toBe(422);
    expect(await response.text()).toMatch(new RegExp(`role="alert"[^>]*>${problem}`));
  });

  it('keeps what was typed, with the problem beside it', async () => {
    const response = await open().post('/vragen', { citizen: 'iemand-anders', webId: 'anna"' });
    const page = await response.text();
    expect(page).toMatch(/value="iemand-anders" required checked/);
    expect(page).toMatch(
      /value="anna&quot;"[^>]*aria-describedby="webid-uitleg fout"[^>]*aria-invalid="true"/,
    );
  });

  it('waits: link for the citizen, no inline script, refresh only without script, other route', async () => {
    const { ask, text } = open();
    const page = await text(await ask());
    expect(page).toContain('Wachten op de burger');
    expect(page).toMatch(
      /<a href="http:\/\/localhost:7102\/"[^>]*>De burger antwoordt in de datakluis \(nieuw tabblad\)<\/a>/,
    );
    expect(page).toContain('<script src="/wacht.js" type="module"></script>');
    expect(page).toContain('<noscript><meta http-equiv="refresh" content="3"></noscript>');
    expect(page).toContain('Het kan ook zonder datakluis');
  });

  it('says after ten minutes that nobody needs to wait', async () => {
    let now = new Date('2026-11-22T10:00:00Z');
    const { ask, text } = open(() => now);
    const path = await ask();
    expect(await text(path)).not.toContain('Het duurt al even');
    now = new Date('2026-11-22T10:11:00Z');
    expect(await text(path)).toContain('Het duurt al even');
  });

  it('tells the script whether there is a decision', async () => {
    const { ask, get } = open();
    const path = await ask();
    expect(await (await get(`${path}/stand`)).json()).toEqual({ decided: false });
    verbs.waitForDecision = async () => granted;
    expect(await (await get(`${path}/stand`)).json()).toEqual({ decided: true });
  });

  it('shows a case to no other browser', async () => {
    const { ask, get } = open();
    const path = await ask();
    cookie = 'grondslag_demo_agency=00000000000000000000000000000000';
    expect((await get(path)).status).toBe(404);
    expect((await get(`${path}/stand`)).status).toBe(404);
  });

  async function readOnce() {
    verbs.waitForDecision = async () => granted;
    const opened = open();
    const path = await opened.ask();
    expect(await opened.text(path)).toContain('Lees de gegevens');
    const response = await opened.post(`${path}/lezen`, { lang: 'nl' });
    expect(response.status).toBe(303);
    return { ...opened, path, page: await opened.text(path) };
  }

  it('shows the answer with its provenance, and what was left out and why', async () => {
    verbs.readClaims = async (id, { query }) => {
      expect(id).toBe(grantId);
      expect(query).toContain('SELECT');
      return read(
        [income('2024', '28400.00'), income('2025', '19875.50'), city('Waterdam')],
        [{ resource: 'http://localhost:7100/anna/facts/income/2023', reason: 'revoked' }],
      );
    };
    const { page } = await readOnce();
    expect(page).toContain('data-outcome="yes"');
    expect(page).toContain('Dit gaat over Anna &lt;b&gt;de Wit&lt;/b&gt;.');
    expect(page.indexOf('Inkomen over 2025')).toBeLessThan(page.indexOf('Inkomen over 2024'));
    expect(page).toMatch(/€\s19\.875,50/);
    expect(page).toContain('Bron: Inkomensregister (voorbeeld)');
    expect(page).toContain('Kenmerk: urn:uuid:1');
    expect(page).toMatch(/Inkomen 2023<\/dt>\s*<dd>De bron heeft dit ingetrokken/);
    expect(page).toContain('Lees opnieuw');
  });

  it('says of a part of a fact that it is one, and that it holds', async () => {
    const household = { ...provenance, adults: literal('1') };
    const claim = { source, credential: 'urn:uuid:1' };
    const pageWith = async (claims: object[]) => {
      verbs.readClaims = async () => read([household], [], claims);
      return (await readOnce()).page;
    };
    const part = await pageWith([{ ...claim, derived: true }]);
    expect(part).toContain('1 volwassene</strong>');
    expect(part).toContain('Het bewijs van dit deel klopt.');
    expect(await pageWith([claim])).not.toContain('Het bewijs van dit deel klopt.');
  });

  it('throws away after fifteen minutes what was read', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const { path, page, text } = await readOnce();
    expect(page).toContain('19.875');
    vi.advanceTimersByTime(15 * 60 * 1000);
    vi.useRealTimers();
    expect(await text(path)).not.toContain('19.875');
  });

  it('shows after a withdrawal that nothing can be read, and no longer what was read', async () => {
    const { post, path, text } = await readOnce();
    verbs.readClaims = async () => ({
      status: 'no-access',
      reason: 'withdrawn',
      detail: 'secret detail',
      otherRoute,
    });
    await post(`${path}/lezen`, {});
    const page = await text(path);
    expect(page).toContain('De toestemming is gestopt');
    expect(page).toContain('Het kan ook zonder datakluis');
    expect(page).not.toContain('19.875');
    expect(page).not.toContain('secret detail');
    expect(page).not.toContain('Lees opnieuw');
  });

  it('forgets what was read before when a new read fails', async () => {
    const { post, path, text } = await readOnce();
    verbs.readClaims = () => Promise.reject(new AgencyError('log_unavailable', 'disk full'));
    const response = await post(`${path}/lezen`, {});
    expect(response.status).toBe(503);
    const failed = await response.text();
    expect(failed).toContain('log_unavailable');
    expect(failed).not.toContain('disk full');
    expect(failures).toEqual(['log_unavailable']);
    expect(await text(path)).not.toContain('19.875');
  });

  it('says what the citizen disputes', async () => {
    const disputed = [{ resource: 'http://localhost:7100/anna/facts/income/2025' }];
    verbs.readClaims = async () => read([income('2025', '19875.50')], [], [{ source }], disputed);
    const { page } = await readOnce();
    expect(page).toContain('Hierin meldde de burger een fout');
    expect(page).toContain('<li>Inkomen 2025</li>');
  });

  it('leads on when nothing could be verified', async () => {
    verbs.readClaims = async () => ({
      status: 'not-verified',
      otherRoute,
      leftOut: [
        { resource: 'http://localhost:7100/anna/facts/income/2025', reason: 'invalid_proof' },
      ],
    });
    const { page } = await readOnce();
    expect(page).toContain('Niets kon worden gecontroleerd');
    expect(page).toContain('De handtekening van de bron klopt niet');
    expect(page).toContain('Het kan ook zonder datakluis');
  });

  it('does not read when the income, which is needed, was not granted', async () => {
    verbs.waitForDecision = async () =>
      ({
        ...granted,
        notGranted: [{ claimType: g.IncomeCredential, required: true }],
      }) as unknown as Awaited<ReturnType<Verbs['waitForDecision']>>;
    const { ask, text } = open();
    const page = await text(await ask());
    expect(page).toContain('We weten niet genoeg');
    expect(page).not.toContain('/lezen');
    expect(page).toContain('Het kan ook zonder datakluis');
  });

  it.each([
    ['De burger zegt nee', { status: 'denied', reason: 'Liever <i>niet</i>', otherRoute }],
    ['De vraag is verlopen', { status: 'expired', otherRoute }],
    ['De vraag is ingetrokken', { status: 'canceled', otherRoute }],
  ] as const)('is no dead end: %s', async (title, outcome) => {
    verbs.waitForDecision = async () => outcome;
    const { ask, text } = open();
    const page = await text(await ask());
    expect(page).toContain(`<h1>${title}</h1>`);
    expect(page).toContain('Het kan ook zonder datakluis');
    expect(page).not.toContain('<i>');
    if (outcome.status === 'denied') expect(page).toContain('Liever &lt;i&gt;niet&lt;/i&gt;');
  });

  it('is no dead end without a vault', async () => {
    verbs.requestAccess = async () => ({ status: 'no-vault', reason: 'no-profile', otherRoute });
    const { ask, text } = open();
    const page = await text(await ask());
    expect(page).toContain('<h1>Geen datakluis gevonden</h1>');
    expect(page).toContain('href="/zonder-kluis"');
    expect(await text('/zonder-kluis')).toContain('Vraag het formulier aan de balie');
  });

  it('says why the authority let it not ask, and is no dead end then', async () => {
    const why = { nl: 'De burger is niet vrij om nee te zeggen.', en: 'The citizen is not free.' };
    const refused = { status: 'refused', rule: 'consent_not_free', article: '7(4)' } as const;
    verbs.requestAccess = async () => ({ ...refused, why, advice: why, otherRoute });
    const { ask, text } = open();
    const page = await text(await ask());
    expect(page).toContain('<h1>We krijgen geen toegang</h1>');
    expect(page).toContain(why.nl);
    expect(page).toContain('href="/zonder-kluis"');
  });
});
