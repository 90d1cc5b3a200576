import type { Agency, Question, ReadOutcome } from '@grondslag/agency';
import type { LeftOut } from '@grondslag/claims';
import type { ReadRecord } from '@grondslag/protocol';
import { g } from '@grondslag/vocab';
import { readConsentGate } from '../cases/read-cases.ts';
import type { Source } from '../placing/create-source.ts';
import type { Citizen } from './citizen.ts';
import { incomeQuestion, placeDamagedFact, removeFact } from './facts.ts';
import { short, type Telling } from './tell.ts';

const text = (nl: string) => ({ nl });
const HOUR = 60 * 60 * 1_000;

/** Income with a reason (required) and residence (optional); by a public body, so through the gate of consent. */
export async function askForIncome(agency: Agency, citizen: string, now = Date.now()) {
  return askWith(agency, citizen, now, { consentGate: await readConsentGate() });
}

async function askWith(
  agency: Agency,
  citizen: string,
  now: number,
  gate: Pick<Question, 'consentGate'>,
) {
  return agency.requestAccess({
    citizen,
    purpose: 'https://w3id.org/dpv#ServiceProvision',
    purposeInWords: text('Wij kijken of u recht heeft op schuldhulp.'),
    needs: [
      {
        claimType: g.IncomeCredential,
        reason: text('Uw inkomen bepaalt of u schuldhulp kunt krijgen.'),
        required: true,
      },
      {
        claimType: g.ResidenceCredential,
        reason: text('Wij helpen inwoners van Waterdam.'),
        required: false,
      },
    ],
    otherRoute: { text: text('Vraag het formulier aan de balie.'), phone: '0900 0000' },
    expiresAt: new Date(now + 24 * HOUR),
    processingActivity: 'https://waterdam.example/verwerkingen/schuldhulp',
    ...gate,
  });
}

/** The five steps and the refusals, with `@grondslag/agency` asking and the citizen answering over HTTP. */
export async function tellWithAgencySdk(
  { title, step }: Telling,
  agency: Agency,
  otherAgency: Agency,
  citizen: Citizen,
  source: Source,
): Promise<void> {
  title('With @grondslag/agency');
  const incomes = new URL('facts/income/', citizen.storage).href;
  const years = await listYears(citizen, incomes);
  const damaged = await placeDamagedFact(citizen, source, years.at(-1) as string);
  try {
    const unfree = await askWith(agency, citizen.webId, Date.now(), {});
    const isRefused = unfree.status === 'refused' && unfree.rule === 'consent_not_free';
    step(
      '0 without the gate',
      'is the citizen free to refuse?',
      isRefused ? `refused: ${unfree.why.en}` : unfree.status,
      isRefused,
    );
    if (isRefused) step('  what to do', 'advice', unfree.advice.en, true);

    const asked = await askForIncome(agency, citizen.webId);
    if (asked.status !== 'requested')
      return step('1 ask', 'income, residence', asked.status, false);
    const { request } = asked;
    step('1 ask', 'income (required), residence', `request ${short(request.id)}`, true);

    const waiting = await agency.waitForDecision(request.id, { timeoutSeconds: 0 });
    step('  not yet decided', 'decision?', waiting.status, waiting.status === 'pending');

    const early = await agency.readClaims(unknownGrant(request.id), { query: incomeQuestion });
    step('  no grant', 'read without one', outcomeOf(early), early.status === 'no-access');

    const seen = await citizen.seeRequest(request.id);
    const until = new Date(Date.now() + HOUR);
    const given = await citizen.approve(seen, [...years, damaged], until);
    step('2 decide in part', 'yes to income, for an hour', `grant ${short(given.id)}`, true);

    const decided = await agency.waitForDecision(request.id, { timeoutSeconds: 10 });
    const left =
      decided.status === 'granted' ? decided.notGranted.map(({ claimType }) => claimType) : [];
    step(
      '3 grant',
      'decision?',
      `${decided.status}, without ${left.map((type) => type.split('#')[1]).join(', ')}`,
      decided.status === 'granted' && left.length === 1 && left[0] === g.ResidenceCredential,
    );

    const read = await agency.readClaims(given.id, { query: incomeQuestion });
    if (read.status !== 'read' || read.answer.form !== 'select') {
      return step('4 read', 'SPARQL: incomes and sources', read.status, false);
    }
    const rows = read.answer.rows.map((row) => `${row['year']?.value}: ${row['amount']?.value}`);
    step(
      '4 read',
      'SPARQL: incomes and sources',
      `${rows.join(', ')} (${read.claims.length} verified)`,
      rows.length === 2 && read.answer.rows.every((row) => row['source'] && row['credential']),
    );
    const reasonOf = (resource: string) =>
      read.leftOut.find((left: LeftOut) => left.resource === resource)?.reason ?? 'nothing';
    const [oldest] = years as [string];
    step(
      '  revoked fact',
      short(oldest),
      `left out: ${reasonOf(oldest)}`,
      reasonOf(oldest) === 'revoked',
    );
    step(
      '  damaged fact',
      short(damaged),
      `left out: ${reasonOf(damaged)}`,
      reasonOf(damaged) === 'invalid_proof',
    );

    const wanted = new Set([...years, damaged]);
    const log = await waitForReads(citizen, given.id, wanted);
    step(
      '5 account',
      'what was looked at?',
      `${log.length} lines for ${wanted.size} facts`,
      [...wanted].every((resource) => log.some((record) => record.resource === resource)),
    );

    const stranger = await otherAgency.readClaims(given.id, { query: incomeQuestion });
    step(
      '  wrong agency',
      `grant ${short(given.id)}`,
      outcomeOf(stranger),
      stranger.status === 'no-access',
    );

    await citizen.withdraw(given.id);
    const after = await agency.readClaims(given.id, { query: incomeQuestion });
    step(
      '  after withdrawal',
      'the same read',
      outcomeOf(after),
      after.status === 'no-access' && after.reason === 'withdrawn' && Boolean(after.otherRoute),
    );

    const second = await askForIncome(agency, citizen.webId);
    if (second.status !== 'requested') return step('  a no', 'ask again', second.status, false);
    await citizen.deny(await citizen.seeRequest(second.request.id), 'Ik kom liever langs.');
    const no = await agency.waitForDecision(second.request.id, { timeoutSeconds: 10 });
    step(
      '  a no',
      'ask again',
      no.status === 'denied'
        ? `denied: "${no.reason}", other route: ${no.otherRoute.text.nl}`
        : no.status,
      no.status === 'denied' && no.reason === 'Ik kom liever langs.',
    );

    const nobody = new URL('../../niemand/profile/card#me', citizen.webId).href;
    const none = await askForIncome(agency, nobody);
    step('  no vault', 'ask someone without', none.status, none.status === 'no-vault');
  } finally {
    await removeFact(citizen, damaged);
  }
}

function outcomeOf(outcome: ReadOutcome): string {
  return outcome.status === 'no-access' ? `${outcome.status}: ${outcome.reason}` : outcome.status;
}

/** An id as a grant of the same authority would have it. */
function unknownGrant(credential: string): string {
  return new URL(crypto.randomUUID(), credential).href;
}

/** Addresses of the income facts, oldest first. */
export async function listYears(citizen: Citizen, container: string): Promise<string[]> {
  const listing = await (
    await citizen.fetch(container, { headers: { accept: 'text/turtle' } })
  ).text();
  const years = [...listing.matchAll(/<(\d{4})>/g)].map(
    ([, year]) => new URL(year as string, container).href,
  );
  return [...new Set(years)].sort((a, b) => a.localeCompare(b));
}

/** Vault servers report reads after they served them: waits until each resource is in the log, at most 10 s. */
export async function waitForReads(
  citizen: Citizen,
  grantId: string,
  resources: ReadonlySet<string>,
): Promise<readonly ReadRecord[]> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const records = await citizen.readsOf(grantId);
    const seen = new Set(records.map(({ resource }) => resource));
    if ([...resources].every((resource) => seen.has(resource)) || Date.now() > deadline)
      return records;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
