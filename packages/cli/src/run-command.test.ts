import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Agency,
  AgencyError,
  type AgencyOptions,
  appendProcessingRecords,
  g,
  generateSigningKey,
  importSigningKey,
  type MandateDecision,
  type MandateOutcome,
  type Question,
  type ReadOptions,
} from '@grondslag/agency';
import {
  findings,
  type LawfulAccessView,
  type Mandate,
  type ProcessingActivity,
} from '@grondslag/legal-basis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from './run-command.ts';

const secret = 'a secret that is never printed';
const config = {
  webId: 'https://vault.example/schuldhulp#me',
  oidcIssuer: 'https://vault.example/',
  clientId: 'id',
  clientSecret: secret,
  authority: 'https://access.example/',
  vaults: ['https://vault.example/'],
  processingLog: 'processing.jsonl',
  operatorKeys: {
    'https://access.example/#key-1': 'z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH',
  },
};
const question = {
  purpose: 'https://w3id.org/dpv#ServiceProvision',
  purposeInWords: { nl: 'Schuldhulp' },
  needs: [{ claimType: 'income', reason: { nl: 'Nodig' }, required: true }],
  otherRoute: { text: { nl: 'Balie' } },
  validForDays: 90,
};
const requestId = 'https://access.example/vc/1';
const accessId = 'https://access.example/v1/lawful-accesses/1';
const otherRoute = { text: { nl: 'Vraag het formulier aan de balie.' }, phone: '0900 0000' };

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const club = 'https://club.example/contexts/v1';

describe(runCommand, () => {
  let folder: string;
  let printed: string;
  let errors: string;
  let everything: string;
  let options: AgencyOptions | undefined;
  let isClosed: boolean;
  // The SDK has tests of its own; here it is a power, and each test says what it answers.
  let verbs: Partial<Agency>;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cli-'));
    await writeFile(join(folder, 'grondslag.config.json'), JSON.stringify(config));
    await writeFile(join(folder, 'question.json'), JSON.stringify(question));
    everything = '';
    verbs = {};
    options = undefined;
    isClosed = false;
  });
  afterEach(async () => {
    expect(everything).not.toContain(secret);
    await rm(folder, { recursive: true });
  });

  function run(args: string[], env: Record<string, string> = {}) {
    printed = '';
    errors = '';
    return runCommand(args, {
      env,
      folder,
      createAgency: (given) => {
        options = given;
        return {
          ...verbs,
          close: async () => {
            isClosed = true;
          },
        } as Agency;
      },
      print: (text) => {
        printed += text;
        everything += text;
      },
      printError: (text) => {
        errors += text;
        everything += text;
      },
    });
  }

  it.each([[['help']], [['--help']], [[]]])('explains itself for %j', async (args) => {
    expect(await run(args)).toBe(0);
    expect(printed).toContain('grondslag request QUESTION.json');
  });

  it('asks with the question of the file, and prints the id and the next step', async () => {
    let asked: Question | undefined;
    verbs.requestAccess = async (given) => {
      asked = given;
      return { status: 'requested', request: { id: requestId } } as Awaited<
        ReturnType<Agency['requestAccess']>
      >;
    };
    expect(
      await run(['request', 'question.json', '--citizen', 'https://vault.example/anna#me']),
    ).toBe(0);
    expect(asked).toMatchObject({
      citizen: 'https://vault.example/anna#me',
      needs: [{ claimType: g.IncomeCredential, required: true }],
    });
    const days = ((asked?.expiresAt.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(days).toBeCloseTo(90, 2);
    expect(printed).toContain(`grondslag wait ${requestId}`);
    expect(isClosed).toBe(true);
  });

  it('ends with 3 and prints the other route when there is no vault', async () => {
    verbs.requestAccess = async () => ({ status: 'no-vault', reason: 'no-profile', otherRoute });
    expect(await run(['request', 'question.json'])).toBe(3);
    expect(printed).toContain('Other route: Vraag het formulier aan de balie. · 0900 0000');
  });

  it('ends with 3, the rule and the other route when the authority refuses', async () => {
    const refused = { status: 'refused', rule: 'consent_not_free' } as const;
    verbs.requestAccess = async () => ({ ...refused, ...findings.consent_not_free, otherRoute });
    expect(await run(['request', 'question.json'])).toBe(3);
    expect(printed).toContain('Refused: consent_not_free (art.');
    expect(printed).toContain('Other route: ');
  });

  it.each([
    { status: 'denied', reason: 'Nee\u001b[2J\nOther route: elsewhere', otherRoute },
    { status: 'pending', otherRoute },
    { status: 'expired', otherRoute },
    { status: 'canceled', otherRoute },
  ] as const)('ends with 3 and the other route when the decision is $status', async (outcome) => {
    verbs.waitForDecision = async () => outcome;
    expect(await run(['wait', requestId, '--timeout', '0'])).toBe(3);
    expect(printed.match(/^Other route: /gm)).toHaveLength(1);
    expect(printed).not.toContain('\u001b');
  });

  it('prints the outcome as JSON, and only that', async () => {
    verbs.waitForDecision = async () => ({ status: 'pending', otherRoute });
    expect(await run(['wait', requestId, '--json'])).toBe(3);
    expect(JSON.parse(printed)).toEqual({ status: 'pending', otherRoute });
  });

  it('passes seconds on as numbers', async () => {
    let waited: object | undefined;
    verbs.waitForDecision = async (_, given) => {
      waited = given;
      return { status: 'pending', otherRoute };
    };
    await run(['wait', requestId, '--timeout', '90', '--every', '2']);
    expect(waited).toEqual({ timeoutSeconds: 90, pollSeconds: 2 });
  });

  it('prints rows, provenance and what was left out', async () => {
    const readClaims = async (id: string, { query }: ReadOptions) => {
      expect([id, query]).toEqual([requestId, 'SELECT ?year { … }']);
      return {
        status: 'read',
        answer: {
          form: 'select',
          variables: ['year'],
          rows: [{ year: { termType: 'Literal', value: '2025' } }],
        },
        claims: [
          {
            credential: 'urn:uuid:1',
            source: { name: { nl: 'Register' } },
            statusCheckedAt: new Date(0),
          },
        ],
        leftOut: [{ resource: 'https://vault.example/anna/facts/income/2023', reason: 'revoked' }],
        disputed: [
          {
            resource: 'https://vault.example/anna/facts/income/2025',
            disputedAt: '2026-11-22T09:00:00Z',
          },
        ],
      };
    };
    verbs.readClaims = readClaims as unknown as Agency['readClaims'];
    await writeFile(join(folder, 'income.rq'), 'SELECT ?year { … }');
    expect(await run(['read', requestId, '--file', 'income.rq'])).toBe(0);
    expect(printed).toMatch(/^year\n2025\n/);
    expect(printed).toContain('Verified: Register, urn:uuid:1');
    expect(printed).toContain('income/2023 (revoked; article P10). The source has withdrawn this.');
    expect(printed).toMatch(
      /Disputed: .*income\/2025\. The citizen reported an error on 2026-11-22/,
    );
  });

  it('ends with 1 and the code when something fails', async () => {
    verbs.readClaims = () => Promise.reject(new AgencyError('log_unavailable', 'No log.'));
    expect(await run(['read', requestId, '--query', 'ASK {}', '--json'])).toBe(1);
    expect(JSON.parse(errors)).toEqual({ error: { code: 'log_unavailable', message: 'No log.' } });
    expect(isClosed).toBe(true);
  });

  it.each([
    [['dance'], 'no command'],
    [['wait'], 'REQUEST_ID'],
    [['wait', requestId, 'more'], 'nothing more'],
    [['wait', requestId, '--timeout', 'soon'], '--timeout'],
    [['wait', requestId, '--query', 'ASK {}'], 'takes no --query'],
    [['wait', requestId, '--colour'], '--colour'],
    [['read', requestId], 'one of --query'],
    [['request', 'missing.json'], 'cannot read'],
    [['log', '--config', 'missing.json'], 'configuration'],
  ])('ends with 2 and says what was expected for %j', async (args, expected) => {
    expect(await run(args)).toBe(2);
    expect(errors).toContain(expected);
  });

  it('names what the configuration lacks, by field and variable', async () => {
    await rm(join(folder, 'grondslag.config.json'));
    expect(await run(['log'], { GRONDSLAG_CLIENT_SECRET: secret, GRONDSLAG_VAULTS: 'x' })).toBe(2);
    expect(errors).toContain('webId (GRONDSLAG_WEB_ID)');
    expect(errors).toContain('vaults.0 (GRONDSLAG_VAULTS)');
    expect(errors).not.toContain('GRONDSLAG_CLIENT_SECRET');
  });

  it('reads with the contexts of the file that the configuration names', async () => {
    verbs.waitForDecision = async () => ({ status: 'pending', otherRoute });
    const document = '{"@context":{"club":"https://club.example/terms#club"}}';
    await writeFile(join(folder, 'club.json'), document);
    const listed = [{ url: club, sha256: sha256(document), file: 'club.json' }];
    await writeFile(join(folder, 'contexts.json'), JSON.stringify(listed));
    const GRONDSLAG_CONTEXTS = 'contexts.json';
    await run(['wait', requestId], { GRONDSLAG_CONTEXTS });
    expect(options?.contexts?.has(club)).toBe(true);
    options = undefined;
    await writeFile(join(folder, 'club.json'), `${document} `);
    expect(await run(['wait', requestId], { GRONDSLAG_CONTEXTS })).toBe(2);
    expect(errors).toContain('Look at the file again');
    expect(options).toBeUndefined();
  });

  it('lets the environment win over the file', async () => {
    verbs.waitForDecision = async () => ({ status: 'pending', otherRoute });
    const env = {
      GRONDSLAG_AUTHORITY: 'https://other.example/',
      GRONDSLAG_VAULTS: 'https://a.example/, https://b.example/',
    };
    await run(['wait', requestId], env);
    expect(options).toMatchObject({
      authority: 'https://other.example/',
      vaults: ['https://a.example/', 'https://b.example/'],
    });
  });

  it('prints the last processing records, which the SDK wrote', async () => {
    const write = appendProcessingRecords(join(folder, 'processing.jsonl'));
    for (const digit of ['a', 'b', 'c']) {
      await write({
        trace_id: digit.repeat(32),
        span_id: digit.repeat(16),
        status: 'Ok',
        name: 'Gegevens lezen uit een datakluis',
        start_time: 0,
        end_time: 5,
        attributes: {
          'dpl.core.processing_activity_id': 'https://register.example/3',
          'dpl.core.data_subject_id': 'f'.repeat(64),
          'dpl.core.data_subject_id_type': 'urn:example',
          'grondslag.access_grant': requestId,
        },
      });
    }
    expect(await run(['log', '--last', '2'])).toBe(0);
    expect(printed).not.toContain('aaaa');
    expect(printed.trimEnd().split('\n')).toHaveLength(2);
    expect(printed).toContain(`trace ${'c'.repeat(32)}`);
    expect(options).toBeUndefined();
  });

  const mandate = {
    id: 'https://access.example/v1/mandates/1',
    version: 1,
    agency: config.webId,
    name: { nl: 'Aanvulling' },
    activity: { id: 'https://register.example/3', version: 1 },
    basis: 'https://w3id.org/dpv/legal/eu/gdpr#A6-1-e',
    lawRefs: [],
    purpose: question.purpose,
    task: { nl: 'Aanvulling op de AOW' },
    subjects: { scope: 'all' },
    dataNeeds: [{ claimType: g.IncomeCredential, fields: ['amount'], necessity: { nl: 'Nodig' } }],
    retentionDays: 30,
    accessDays: 30,
    notice: { when: 'at-once' },
    endsWhen: { nl: 'Als het recht bekend is.' },
    validFrom: '2026-01-01T00:00:00Z',
    validUntil: '2027-01-01T00:00:00Z',
    steps: [],
  } satisfies Mandate;
  const by = ['--by', 'J. de Boer', '--role', 'hoofd', '--reasons', 'Afgewogen en akkoord.'];
  const official = { by: { name: 'J. de Boer', role: 'hoofd' }, reasons: 'Afgewogen en akkoord.' };
  const published = {
    status: 'done',
    mandate,
    state: 'published',
    broken: [],
    gaps: [],
  } satisfies MandateOutcome;

  it.each([
    { id: 'urn:uuid:1a1be2de-6ca7-4a5e-8b1f-0d3d53d5d3a3', sent: undefined },
    { id: mandate.id, sent: mandate.id },
  ])('submits a mandate with the id $sent', async ({ id, sent }) => {
    let drafted: object | undefined;
    verbs.draftMandate = async (draft) => {
      drafted = draft;
      return {
        ...published,
        state: 'draft',
        broken: [{ rule: 'mandate_not_weighed', ...findings.mandate_not_weighed }],
      };
    };
    await writeFile(join(folder, 'mandate.json'), JSON.stringify({ ...mandate, id }));
    expect(await run(['mandate', 'submit', 'mandate.json'])).toBe(0);
    expect(Object(drafted).id).toBe(sent);
    expect(drafted).not.toHaveProperty('agency');
    expect(printed).toContain(`draft: ${mandate.id} (version 1)`);
    expect(printed).toContain('Beantwoord de drie vragen en de negen stappen.');
  });

  it('decides as a named official, with the key of a file', async () => {
    const { privateKeyJwk } = await generateSigningKey('https://vault.example/key');
    const kid = 'https://vault.example/schuldhulp#key-1';
    await writeFile(join(folder, 'key.json'), JSON.stringify({ kid, ...privateKeyJwk }));
    let decided: MandateDecision | undefined;
    verbs.decideMandate = async (decision) => {
      decided = decision;
      return { ...published, state: 'decided' };
    };
    expect(await run(['mandate', 'decide', mandate.id, ...by, '--key', 'key.json'])).toBe(0);
    expect(decided).toMatchObject({ mandate: mandate.id, ...official, key: { id: kid } });
    expect(printed + errors).not.toContain(privateKeyJwk.d);
  });

  it('compares the documents of the mandate on record before it decides', async () => {
    const { privateKeyJwk } = await generateSigningKey('https://vault.example/key');
    const kid = 'https://vault.example/schuldhulp#key-1';
    await writeFile(join(folder, 'official.jwk.json'), JSON.stringify({ kid, ...privateKeyJwk }));
    await mkdir(join(folder, 'assessments'));
    await writeFile(join(folder, 'assessments', 'dpia.txt'), 'Toch anders.');
    const url = 'https://agency.example/dpia.txt';
    const privateLawAct = { url, date: '2026-01-01', sha256: 'a'.repeat(64) };
    verbs.findMandate = async () => ({ ...published, mandate: { ...mandate, privateLawAct } });
    let decided: MandateDecision | undefined;
    verbs.decideMandate = async (decision) => {
      decided = decision;
      return { status: 'refused', rule: 'assessment_changed', ...findings.assessment_changed };
    };
    const args = ['mandate', 'decide', mandate.id, ...by, '--documents', 'assessments'];
    expect(await run(args)).toBe(3);
    expect([...(decided?.documents ?? [])]).toEqual([[url, sha256('Toch anders.')]]);
    expect(printed).toContain('Refused: assessment_changed (art. 5(2))');
    verbs.decideMandate = () => Promise.reject(new TypeError('Expected each attached document'));
    expect(await run(args)).toBe(2);
    expect(errors).toContain('Expected each attached document');
  });

  it('makes the key of an official, which decides, and never overwrites it', async () => {
    const kid = 'https://vault.example/schuldhulp#key-2';
    expect(await run(['official', 'key', kid, '--json'])).toBe(0);
    expect(JSON.parse(printed)).toEqual({
      file: 'official.jwk.json',
      keys: { [kid]: expect.stringMatching(/^z6Mk/) },
    });
    const file = join(folder, 'official.jwk.json');
    const jwk = JSON.parse(await readFile(file, 'utf8'));
    expect(printed + errors).not.toContain(jwk.d);
    expect((await stat(file)).mode & 0o077).toBe(0);
    const { publicKeyMultibase } = await importSigningKey(kid, jwk);
    expect(JSON.parse(printed).keys[kid]).toBe(publicKeyMultibase);
    verbs.decideMandate = async ({ key }) => {
      expect(key.id).toBe(kid);
      return { ...published, state: 'decided' };
    };
    expect(await run(['mandate', 'decide', mandate.id, ...by])).toBe(0);
    expect(await run(['official', 'key', kid])).toBe(2);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(jwk);
  });

  const activity = {
    ...{ id: 'https://register.example/3', version: 2, controller: config.webId },
    ...{ name: { nl: 'Aanvulling' }, purpose: question.purpose, purposeInWords: { nl: 'AOW' } },
    ...{ basis: mandate.basis, lawRefs: [], dataNeeds: mandate.dataNeeds, retentionDays: 30 },
    ...{ recipients: [], validFrom: '2026-01-01T00:00:00Z' },
  } satisfies ProcessingActivity;

  it('registers a processing activity, or says which rule stands in the way', async () => {
    await writeFile(join(folder, 'activity.json'), JSON.stringify(activity));
    verbs.registerActivity = async (sent) => ({ status: 'registered', activity: sent });
    expect(await run(['activity', 'register', 'activity.json'])).toBe(0);
    expect(printed).toBe(`registered: ${activity.id} (version 2)\n`);
    const rule = 'participant_not_admitted';
    verbs.registerActivity = async () => ({ status: 'refused', rule, ...findings[rule] });
    expect(await run(['activity', 'register', 'activity.json', '--lang', 'en'])).toBe(3);
    expect(printed).toContain(`Refused: ${rule}`);
    expect(printed).toContain(findings[rule].advice.en);
  });

  it.each(['publish', 'end'] as const)(
    'ends with 3 and the rule when it may not %s',
    async (step) => {
      const refuse: Agency['publishMandate'] = async (taken) => {
        expect(taken).toEqual({ mandate: mandate.id, ...official });
        return { status: 'refused', rule: 'mandate_not_decided', ...findings.mandate_not_decided };
      };
      verbs.publishMandate = refuse;
      verbs.endMandate = refuse;
      expect(await run(['mandate', step, mandate.id, ...by])).toBe(3);
      expect(printed).toContain('Refused: mandate_not_decided (art. 5(2))');
      expect(printed).toContain('Laat de bevoegde functionaris beslissen');
    },
  );

  it.each([
    [['mandate', 'publish', mandate.id], '--by NAME --role ROLE'],
    [['mandate', 'decide', mandate.id, ...by], 'official.jwk.json'],
    [['objection', 'answer', 'https://access.example/v1/objections/1', ...by], '--outcome'],
    [['objection', 'extend', 'https://access.example/v1/objections/1'], '--by NAME --role ROLE'],
    [['objection', 'except', 'https://access.example/v1/objections/1', ...by], 'legal-claims'],
    [['emergency', 'list', '--review', 'someday'], '--review due, overdue or done'],
    [['emergency', 'review', accessId, ...by], '--outcome justified or not-justified'],
    [['official', 'key', 'key-1'], 'URL of the key'],
    [['activity', 'register', 'question.json'], 'Expected a complete processing activity'],
  ])('explains wrong usage of %j', async (args, words) => {
    expect(await run(args)).toBe(2);
    expect(errors).toContain(words);
    expect(options).toBeUndefined();
  });

  it('lists emergencies that wait for a review, and records one', async () => {
    const asked: unknown[] = [];
    const access = {
      id: accessId,
      emergency: { danger: 'Water\nin huis.', reviewBefore: '2026-01-04T00:00:00Z' },
    };
    const view = { access, reviewState: 'overdue' } as LawfulAccessView;
    verbs.listEmergencies = async (review) => {
      asked.push(review);
      return review === 'overdue' ? [view] : [];
    };
    expect(await run(['emergency', 'list'])).toBe(0);
    expect(printed).toContain(`overdue  review before 2026-01-04  ${accessId}  “Water in huis.”`);
    expect(await run(['emergency', 'list', '--review', 'due'])).toBe(0);
    expect(printed).toContain('No emergencies: due.');
    expect(asked).toEqual(['overdue', 'due']);
    const { reasons } = official;
    const review = { outcome: 'not-justified', reasons: { nl: reasons }, by: official.by } as const;
    verbs.reviewEmergency = async (id, sent) => {
      expect([id, sent]).toEqual([accessId, review]);
      return { ...view, reviewState: 'done', review: { ...review, access: id, at: '' } };
    };
    const found = ['--outcome', 'not-justified', ...by];
    expect(await run(['emergency', 'review', accessId, ...found])).toBe(0);
    expect(printed).toContain('not-justified  review before 2026-01-04');
  });

  it('lists objections and answers one', async () => {
    const objection = {
      id: 'https://access.example/v1/objections/1',
      ...{ access: requestId, citizen: 'https://vault.example/anna#me', agency: config.webId },
      ...{ mandate: mandate.id, grounds: 'Ik wil\ndit niet.', receivedAt: '2026-01-01T00:00:00Z' },
    };
    const rest = { answerBefore: '2026-02-01T00:00:00Z', suspendsAccess: true };
    verbs.listObjections = async () => [{ objection, state: 'received', ...rest }];
    expect(await run(['objection', 'list'])).toBe(0);
    expect(printed).toContain('received  answer before 2026-02-01  access suspended');
    expect(printed).toContain('“Ik wil dit niet.”');
    expect(printed).not.toContain('anna');
    let answered: unknown;
    verbs.answerObjection = async (id, answer) => {
      answered = { id, answer };
      return { objection, state: 'upheld', ...rest, suspendsAccess: false };
    };
    expect(await run(['objection', 'answer', objection.id, '--outcome', 'upheld', ...by])).toBe(0);
    const { reasons } = official;
    expect(answered).toEqual({
      id: objection.id,
      answer: { outcome: 'upheld', reasons: { nl: reasons }, by: official.by },
    });
    const sent: unknown[] = [];
    const take = async (id: string, body: object) => {
      sent.push([id, body]);
      return { objection, state: 'received' as const, ...rest };
    };
    verbs.extendObjection = take;
    verbs.recordException = take;
    expect(await run(['objection', 'extend', objection.id, ...by])).toBe(0);
    const ground = ['--ground', 'rights-of-another-person'];
    expect(await run(['objection', 'except', objection.id, ...ground, ...by])).toBe(0);
    expect(sent).toEqual([
      [objection.id, { reasons: { nl: reasons }, by: official.by }],
      [
        objection.id,
        { ground: 'rights-of-another-person', reasons: { nl: reasons }, by: official.by },
      ],
    ]);
  });

  it('lists the errors reported to a source and answers one', async () => {
    const correction = {
      id: 'https://access.example/v1/corrections/1',
      citizen: 'https://vault.example/anna#me',
      ...{ resource: 'https://vault.example/anna/facts/income/2025', credential: 'urn:uuid:1' },
      ...{ claimType: 'https://w3id.org/grondslag/terms#IncomeCredential' },
      ...{ source: 'https://income.example/', receivedAt: '2026-01-01T00:00:00Z', steps: [] },
      fields: [{ name: 'amount', shouldBe: '19475.50' }, { name: 'year' }],
      words: 'Het bedrag\nklopt niet.',
    };
    const answerBefore = '2026-02-01T00:00:00Z';
    const listed: unknown[] = [];
    verbs.listCorrections = async (state) => {
      listed.push(state);
      return [{ correction, state: 'received', answerBefore }];
    };
    expect(await run(['corrections', 'list'])).toBe(0);
    expect(printed).toContain('received  answer before 2026-02-01  https://access.example/');
    expect(printed).toContain('amount: should be “19475.50”\n  year\n  “Het bedrag klopt niet.”');
    expect(printed).not.toContain('anna');
    expect(await run(['corrections', 'list', '--state', 'received', '--json'])).toBe(0);
    expect(JSON.parse(printed)).toMatchObject([{ correction: { citizen: correction.citizen } }]);
    expect(listed).toEqual([undefined, 'received']);
    expect(await run(['corrections', 'list', '--state', 'lost'])).toBe(2);

    const sent: unknown[] = [];
    verbs.answerCorrection = async (id, answer) => {
      sent.push([id, answer]);
      return { correction, state: answer.step, answerBefore };
    };
    const answer = (...more: string[]) =>
      run(['corrections', 'answer', correction.id, '--by', 'A', '--role', 'B', ...more]);
    expect(await answer('--outcome', 'in-examination')).toBe(0);
    expect(await answer('--outcome', 'rejected', '--reasons', 'Het klopt.')).toBe(0);
    expect(printed).toContain('rejected  answer before');
    const by = { name: 'A', role: 'B' };
    expect(sent).toEqual([
      [correction.id, { step: 'in-examination', by }],
      [correction.id, { step: 'rejected', by, reasons: { nl: 'Het klopt.' } }],
    ]);
    expect(await answer('--outcome', 'lost')).toBe(2);
    expect(await run(['corrections', 'answer', correction.id, '--outcome', 'corrected'])).toBe(2);
  });
});
