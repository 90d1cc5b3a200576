import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { canonicalize } from '@grondslag/agency';
import { mandateSchema } from '@grondslag/legal-basis';
import { Parser, Writer } from 'n3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../run-command.ts';
import { openTerminal } from '../terminal/ask.ts';
import { activity, fund, laws } from '../test-support/pension-mandate.ts';

const reasons = 'Omdat dit zo is afgewogen door het fonds.';
const digest = 'a'.repeat(64);
/** What an official types, in order; empty lines end a list. */
const answers = {
  mandate: [
    'Aanvulling voor wie haar misloopt',
    'Bestuur van het fonds',
    'BWBR0015703 47a',
    '',
    '2',
    'Mensen met AOW en een laag inkomen',
    '90',
    'before',
    '14',
    'Als de aanvulling is toegekend of niet nodig blijkt.',
    '2026-11-01',
    '2027-11-01',
  ],
  questions: ['4', reasons, '', '4', reasons, '', '5', reasons, ''],
  steps: Array.from({ length: 9 }, () => reasons),
  end: [
    '1',
    `NecessityAssessment https://ouderenfonds.example/n 2026-02-01 ${digest}`,
    'ProportionalityAssessment https://ouderenfonds.example/p 2026-02-01 evenredigheid.txt',
    '',
    'J. de Boer',
    'hoofd uitvoering',
  ],
};
const all = Object.values(answers).flat();

describe('grondslag mandate', () => {
  let folder: string;
  let printed: string;
  let errors: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cli-mandate-'));
    const files = {
      'activity.json': activity,
      'register.json': { participants: [fund], activities: [activity] },
      'laws.json': laws,
    };
    for (const [name, content] of Object.entries(files))
      await writeFile(join(folder, name), JSON.stringify(content));
    await writeFile(join(folder, 'evenredigheid.txt'), 'In verhouding.');
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function run(args: string[], lines: readonly string[] = []): Promise<number> {
    printed = '';
    errors = '';
    const screen = new PassThrough();
    const terminal = openTerminal(Readable.from(lines.map((line) => `${line}\n`)), screen);
    const code = await runCommand(args, {
      env: {},
      folder,
      createAgency: () => {
        throw new Error('No authority is needed to write a mandate down.');
      },
      ask: terminal.ask,
      now: () => new Date('2026-11-20T12:00:00Z'),
      print: (text) => {
        printed += text;
      },
      printError: (text) => {
        errors += text;
      },
    });
    terminal.close();
    return code;
  }
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  const begin = ['mandate', 'new', '--activity', 'activity.json'];
  const beside = ['--register', 'register.json', '--laws', 'laws.json'];

  it('walks an official through a mandate and its weighing, to JSON, a page and RDF', async () => {
    expect(await run([...begin, ...beside], all)).toBe(0);
    expect(printed).toContain('Of het mag, beslist een mens.');
    const mandate = mandateSchema.parse(JSON.parse(await read('mandate.json')));
    expect(mandate).toMatchObject({
      agency: fund.webId,
      dataNeeds: activity.dataNeeds,
      competence: { lawRefs: [{ scheme: 'bwb', article: '47a' }] },
      notice: { when: 'before', waitDays: 14 },
      weighing: { questions: { want: { score: 5 } }, at: '2026-11-20T12:00:00.000Z' },
      steps: [],
    });
    expect(mandate.weighing?.assessments.map(({ sha256 }) => sha256)).toEqual([
      digest,
      'b119036321401a22b88bdbc0d1ec25ac1e26e68b3a30e08b2b2389510109eb5c',
    ]);
    const page = await read('mandate.html');
    expect(page).toContain('Publieke taak (artikel 6, lid 1, e)');
    expect(page).toContain('BWBR0015703, art. 47a');
    expect(page).toContain('Ouderenfonds (voorbeeld)');
    expect(page).toContain('Inkomen: year, amount');
    expect(page).toContain('Evenredigheid, 2026-02-01');
    expect(page).toContain('Er is nog niets besloten.');
    expect(JSON.parse(await read('mandate.jsonld'))).toMatchObject({ '@type': 'Mandate' });
  });

  it('writes Turtle that says what the JSON-LD says, and nothing else', async () => {
    await run(begin, all);
    const turtle = await read('mandate.ttl');
    expect(turtle).toMatch(/^@prefix g: /);
    expect(turtle).toContain('a g:Mandate');
    // Labels of blank nodes are those of the canonical form, so that lines can be compared.
    const quads = new Parser({ format: 'Turtle', blankNodePrefix: '_:' }).parse(turtle);
    const lines = new Writer({ format: 'N-Quads' }).quadsToString(quads).split('\n');
    const jsonLd = JSON.parse(await read('mandate.jsonld'));
    expect(lines.toSorted()).toEqual((await canonicalize(jsonLd)).split('\n').toSorted());
  });

  it('can be left at any question and gone on with from its draft', async () => {
    expect(await run(begin, all.slice(0, 20))).toBe(3);
    expect(printed).toContain('Verder: grondslag mandate new --draft mandate.draft.json');
    expect(await run(['mandate', 'new', '--draft', 'mandate.draft.json'], all.slice(20))).toBe(0);
    expect(mandateSchema.safeParse(JSON.parse(await read('mandate.json'))).success).toBe(true);
  });

  it('asks a question again when the answer does not fit, and says what would', async () => {
    const lines = [...answers.mandate, '6', 'vier', ...answers.questions];
    await run(begin, lines);
    expect(errors.match(/Een cijfer van 0 tot en met 5\./g)).toHaveLength(2);
    const draft = JSON.parse(await read('mandate.draft.json'));
    expect(draft.weighing.questions.may.score).toBe(4);
  });

  it('names what is missing, and asks it again when the official wants to', async () => {
    const short = [...answers.steps.slice(0, 8), 'Ja.'];
    const lines = [...answers.mandate, ...answers.questions, ...short, ...answers.end];
    expect(await run([...begin, '--lang', 'en'], [...lines, 'yes', reasons])).toBe(0);
    expect(errors).toContain('steps.decision: Write down at this step what you considered.');
    expect(JSON.parse(await read('mandate.json')).weighing.steps.decision).toBe(reasons);
  });

  it('ends with 3 and the contradiction when the official leaves it so', async () => {
    const lines = all.with(answers.mandate.length, '2');
    expect(await run(begin, [...lines, 'nee'])).toBe(3);
    expect(printed).toContain('outcome: U gaat door, maar een van de drie vragen');
    expect(await read('mandate.html')).toContain('U gaat door, maar een van de drie vragen');
  });

  it('takes a mandate from a file as well', async () => {
    await run(begin, all);
    const mandate = JSON.parse(await read('mandate.json'));
    await writeFile(join(folder, 'm.json'), JSON.stringify({ ...mandate, lawRefs: [] }));
    expect(await run(['mandate', 'new', '--from', 'm.json', ...beside])).toBe(3);
    expect(printed).toContain('law_reference_missing (art. 6(3))');
    expect(printed).toContain('Noem de wet en het artikel');
  });

  it('says which fields of a file are missing or wrong', async () => {
    await writeFile(join(folder, 'm.json'), JSON.stringify({ name: { nl: 'Half' } }));
    expect(await run(['mandate', 'new', '--from', 'm.json'])).toBe(2);
    expect(errors).toContain('Expected a complete mandate in m.json; this is missing or wrong');
    expect(errors).toContain('  validUntil: ');
  });

  it('says where a mandate begins when there is no draft and no activity', async () => {
    expect(await run(['mandate', 'new'])).toBe(2);
    expect(errors).toContain('--activity ACTIVITY.json');
  });

  it('checks a mandate beside a register and laws, and names what it could not look at', async () => {
    await run(begin, all);
    expect(await run(['mandate', 'check', 'mandate.json', ...beside, '--json'])).toBe(0);
    const documents = { changed: [], missing: [] };
    const notChecked = ['documents'];
    expect(JSON.parse(printed)).toEqual({ gaps: [], broken: [], documents, notChecked });
    expect(await run(['mandate', 'check', 'mandate.json', '--json'])).toBe(0);
    expect(JSON.parse(printed).notChecked).toEqual(['participant', 'activity', 'documents']);
  });

  describe('with a folder of documents', () => {
    const check = ['mandate', 'check', 'mandate.json', ...beside, '--documents', 'assessments'];
    const necessity = 'https://ouderenfonds.example/n';
    const proportionality = 'https://ouderenfonds.example/p%20v2.txt';
    beforeEach(async () => {
      await mkdir(join(folder, 'assessments', 'old'), { recursive: true });
      await writeFile(join(folder, 'assessments', 'n'), 'Nodig.');
      await writeFile(join(folder, 'assessments', 'old', 'p v2.txt'), 'In verhouding.');
      const documents = [
        `NecessityAssessment ${necessity} 2026-02-01 assessments/n`,
        `ProportionalityAssessment ${proportionality} 2026-02-01 evenredigheid.txt`,
      ];
      const at = all.indexOf(answers.end[1] ?? '');
      await run(begin, [...all.slice(0, at), ...documents, ...all.slice(at + 2)]);
    });

    it('finds nothing when each is still what was weighed', async () => {
      expect(await run([...check, '--json'])).toBe(0);
      expect(JSON.parse(printed)).toMatchObject({ broken: [], notChecked: [] });
    });

    it('finds one that changed, also without a register', async () => {
      await writeFile(join(folder, 'assessments', 'n'), 'Toch niet nodig.');
      expect(await run(check)).toBe(3);
      expect(printed).toContain('assessment_changed (art. 5(2))');
      expect(printed).toContain(`Veranderd: ${necessity}\n`);
      expect(printed).not.toContain(proportionality);
      const alone = ['mandate', 'check', 'mandate.json', '--documents', 'assessments', '--json'];
      expect(await run(alone)).toBe(3);
      expect(JSON.parse(printed).broken).toEqual(['assessment_changed']);
    });

    it('says which is not there', async () => {
      await rm(join(folder, 'assessments', 'old'), { recursive: true });
      expect(await run([...check, '--lang', 'en'])).toBe(3);
      expect(printed).toContain(`Not in the folder of documents: ${proportionality}`);
      expect(printed).not.toContain('assessment_changed');
      expect(printed).not.toContain('Nothing is missing');
    });

    it('finds one under another name by its digest', async () => {
      await rename(join(folder, 'assessments', 'n'), join(folder, 'assessments', 'noodzaak.txt'));
      expect(await run(check)).toBe(0);
    });

    it('is wrong usage when there is no such folder', async () => {
      expect(await run(check.with(-1, 'nowhere'))).toBe(2);
      expect(errors).toContain('Expected a folder of documents at');
    });
  });

  it('does not let the words of a mandate become part of the page', async () => {
    const name = '<script>alert(1)</script>';
    await run(begin, all.with(0, name));
    const page = await read('mandate.html');
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;');
  });

  it.each([
    { reference: 'BWBR0015703 47a', code: 0, state: 'in-force' },
    { reference: 'jci1.3:c:BWBR0015703&artikel=47a', code: 0, state: 'in-force' },
    { reference: 'BWBR0015703 999', code: 3, state: 'unknown-article' },
    { reference: 'BWBR0000001 1', code: 3, state: 'unknown-law' },
  ])('law check: $reference is $state', async ({ reference, code, state }) => {
    expect(await run(['law', 'check', reference, '--laws', 'laws.json', '--json'])).toBe(code);
    expect(JSON.parse(printed).state).toBe(state);
  });

  it('law check: an article is not in force before its day', async () => {
    const args = ['law', 'check', 'BWBR0015703 47a', '--laws', 'laws.json'];
    expect(await run([...args, '--on', '2009-12-31'])).toBe(3);
    expect(printed).toContain('not-in-force: Participatiewet');
  });

  it.each([
    [['law', 'check', 'no law', '--laws', 'laws.json'], 'ELI, BWB or Codex'],
    [['law', 'check', 'BWBR0015703 47a', '--laws', 'activity.json'], 'snapshot of laws'],
    [['law', 'check', 'BWBR0015703 47a', '--laws', 'laws.json', '--on', '2027-02-31'], '--on'],
    [['mandate', 'check', 'nothing.json'], 'nothing.json'],
    [['mandate', 'chek', 'nothing.json'], 'grondslag help'],
  ])('explains wrong usage: %j', async (args, words) => {
    expect(await run(args)).toBe(2);
    expect(errors).toContain(words);
  });
});
