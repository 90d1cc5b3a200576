import type { Agency, LawfulAccessOutcome, SigningKey } from '@grondslag/agency';
import type { MandateView } from '@grondslag/legal-basis';
import { supplementRoute } from '../cases/seed-accesses.ts';
import { mandateOf } from '../stack-state.ts';
import type { Citizen } from './citizen.ts';
import { short, type Telling } from './tell.ts';

const supplementQuestion = `
PREFIX g: <https://w3id.org/grondslag/terms#>
SELECT ?year ?amount ?adults WHERE {
  GRAPH ?income { ?citizen g:income [ g:year ?year ; g:amount ?amount ] }
  GRAPH ?household { ?citizen g:household [ g:adults ?adults ] }
} ORDER BY ?year`;

const everythingQuestion = `
SELECT DISTINCT ?property WHERE { GRAPH ?fact { ?node ?property ?value } }`;

/** Who plays in the cases of another legal basis than consent. */
export interface LegalBasisCast {
  /** With a published mandate. */
  readonly fund: Agency;
  readonly pensioner: Citizen;
  /** With a mandate that no law carries. */
  readonly council: Agency;
  /** Key of the official of the council. */
  readonly councilKey: SigningKey;
  /** Ids of mandates by the name of the case. */
  readonly mandates: Readonly<Record<string, string>>;
}

/** The income supplement under a mandate, an objection, and the top-up without a law. */
export async function tellWithLegalBases(
  { title, step }: Telling,
  { fund, pensioner, council, councilKey, mandates }: LegalBasisCast,
): Promise<void> {
  title(
    'Under a law: an income supplement for pensioners (the law is real, its use an illustration)',
  );
  const supplement = await fund.findMandate(mandateOf(mandates, 'income-supplement'));
  const { mandate } = supplement;
  step('0 mandate', short(mandate.id), supplement.state, supplement.state === 'published');

  const given = await fund.requestLawfulAccess({
    mandate: mandate.id,
    citizen: pensioner.webId,
    otherRoute: supplementRoute,
  });
  if (given.status !== 'allowed') return step('1 ask', 'the authority', wordsOf(given), false);
  const { access } = given;
  step('1 ask', 'the authority, not the citizen', short(access.id), true);

  const [told] = await pensioner.notices();
  const isTold = told?.delayed === false && told.access === access.id;
  step('2 tell', 'the citizen', isTold ? told.kind : 'nothing', isTold);
  const seen = (await pensioner.lawfulAccesses()).find((one) => one.access.id === access.id);
  const rights = seen?.rights.filter(({ available }) => available === 'yes') ?? [];
  const names = rights.map(({ right }) => right);
  step(
    '  rights',
    'object? withdraw?',
    `object ${names.includes('object')}, withdraw ${names.includes('withdraw')}`,
    names.includes('object') && !names.includes('withdraw'),
  );

  const read = await fund.readClaims(access.id, { query: supplementQuestion });
  const rows = read.status === 'read' && read.answer.form === 'select' ? read.answer.rows : [];
  const lines = rows.map((row) => `${row['year']?.value}: ${row['amount']?.value}`);
  step('3 read', 'SPARQL: incomes, adults', lines.join(', ') || read.status, rows.length === 2);
  const all = await fund.readClaims(access.id, { query: everythingQuestion });
  const properties = JSON.stringify(all.status === 'read' && all.answer);
  step(
    '  no more than named',
    'every property',
    'no children, no address',
    /#adults/.test(properties) && !/#(children|street)/.test(properties),
  );

  const objected = await pensioner.object(access.id, 'Ik regel dit liever zelf.');
  const { id } = objected.objection;
  step('4 object', 'one sentence', `answer before ${objected.answerBefore.slice(0, 10)}`, true);
  const halted = await fund.readClaims(access.id, { query: supplementQuestion });
  step(
    '  suspended',
    'the same read',
    halted.status === 'no-access' ? `${halted.status}: ${halted.reason}` : halted.status,
    halted.status === 'no-access' && halted.reason === 'objected' && Boolean(halted.otherRoute),
  );
  const again = await fund.requestLawfulAccess({
    mandate: mandate.id,
    citizen: pensioner.webId,
    otherRoute: supplementRoute,
  });
  step('  no way round', 'ask again', wordsOf(again), again.status === 'suspended');
  const answered = await fund.answerObjection(id, {
    outcome: 'rejected',
    reasons: {
      nl: 'Zonder dit loopt u geld mis. Wij lezen twee gegevens, één keer. U kunt klagen bij de toezichthouder.',
    },
    by: { name: 'J. de Boer', role: 'Hoofd uitvoering' },
  });
  step('5 answer', 'rejected, with reasons', answered.state, answered.state === 'rejected');
  const resumed = await fund.readClaims(access.id, { query: supplementQuestion });
  step('  goes on', 'the same read', resumed.status, resumed.status === 'read');

  title('Without a law: an automatic top-up');
  const topUp = await council.findMandate(mandateOf(mandates, 'automatic-top-up'));
  await tellWithoutLaw(step, council, { topUp, key: councilKey, citizen: pensioner.webId });
}

async function tellWithoutLaw(
  step: Telling['step'],
  council: Agency,
  {
    topUp,
    key,
    citizen,
  }: { readonly topUp: MandateView; readonly key: SigningKey; readonly citizen: string },
): Promise<void> {
  const { id } = topUp.mandate;
  step('0 mandate', short(id), topUp.state, topUp.state === 'weighed');
  const decided = await council.decideMandate({
    ...{ mandate: id, key, by: { name: 'L. Smit', role: 'Beleidsadviseur' } },
    reasons: 'De raad wil dit graag.',
  });
  step(
    '1 decide',
    'signed by an official',
    decided.status === 'refused' ? `refused: ${decided.why.en}` : decided.status,
    decided.status === 'refused' && decided.rule === 'law_reference_missing',
  );
  if (decided.status === 'refused') step('  what to do', 'advice', decided.advice.en, true);
  const asked = await council.requestLawfulAccess({
    ...{ mandate: id, citizen },
    otherRoute: { text: { nl: 'Vraag de toeslag aan met het formulier.' }, phone: '0900 2222' },
  });
  step('2 read anyway', 'the authority', wordsOf(asked), asked.status === 'refused');
}

function wordsOf(outcome: LawfulAccessOutcome): string {
  return 'rule' in outcome ? `${outcome.status}: ${outcome.rule}` : outcome.status;
}
