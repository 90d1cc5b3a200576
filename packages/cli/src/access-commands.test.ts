import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Agency, CloudEvent, LawfulAccessOutcome } from '@grondslag/agency';
import { findings, type Participant } from '@grondslag/legal-basis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from './run-command.ts';
import { configOf } from './test-support/config-of.ts';

const webId = 'https://waterdam.example/#me';
const id = 'https://access.example/v1/lawful-accesses/1';
const otherRoute = { text: { nl: 'Vraag het formulier aan de balie.' } };
const official = ['--by', 'J. de Boer', '--role', 'beheerder', '--reasons', 'Zo is besloten.'];

describe('commands around access and the register', () => {
  let folder: string;
  let printed: string;
  let verbs: Partial<Agency>;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cli-'));
    verbs = {};
  });
  afterEach(() => rm(folder, { recursive: true }));

  function run(...args: string[]) {
    printed = '';
    const print = (text: string) => {
      printed += text;
    };
    return runCommand(args, {
      ...{ folder, print, printError: print },
      env: configOf({ processingLog: 'processing.jsonl' }),
      createAgency: () => ({ ...verbs, close: async () => undefined }) as Agency,
      now: () => new Date('2026-12-01T09:00:00Z'),
    });
  }

  it('takes a question back, or says that it is too late', async () => {
    verbs.cancelRequest = async () => ({ status: 'canceled', otherRoute });
    expect(await run('cancel', id)).toBe(0);
    expect(printed).toBe(`Taken back: ${id}\n`);
    verbs.cancelRequest = async () => ({ status: 'denied', otherRoute });
    expect(await run('cancel', id)).toBe(3);
    expect(printed).toContain('Denied.');
  });

  it.each<[string, LawfulAccessOutcome | object, number, string]>([
    ['allowed', { access: { id } }, 0, `Allowed: ${id}`],
    ['waiting', { access: { id }, from: new Date(0), otherRoute }, 3, 'Waiting until 1970-01-01'],
    ['no-vault', { reason: 'no-profile', otherRoute }, 3, 'No vault found (no-profile).'],
    [
      'refused',
      { rule: 'mandate_not_published', ...findings.mandate_not_decided, otherRoute },
      3,
      'Vraag het formulier',
    ],
  ])('asks for lawful access and says that it is %s', async (status, rest, code, words) => {
    const until = '2027-01-01T00:00:00Z';
    await writeFile(join(folder, 'q.json'), JSON.stringify({ mandate: 'm', otherRoute, until }));
    const asked: unknown[] = [];
    verbs.requestLawfulAccess = async (question) => {
      asked.push(question);
      return { status, ...rest } as LawfulAccessOutcome;
    };
    expect(await run('lawful-access', 'request', 'q.json', '--citizen', webId)).toBe(code);
    expect(asked).toEqual([{ mandate: 'm', citizen: webId, otherRoute, until: new Date(until) }]);
    expect(printed).toContain(words);
  });

  it('shows the events of a while, and goes on after the one that is named', async () => {
    const event = {
      ...{ sequence: '0000000000000007', time: '2026-12-01T09:00:00Z', subject: id },
      type: 'org.w3id.grondslag.lawful-access.given.v1',
    } as CloudEvent;
    verbs.events = async function* ({ after, signal } = {}) {
      expect(after).toBe('6');
      yield event;
      await new Promise((_, reject) =>
        signal?.addEventListener('abort', () => reject(signal.reason)),
      );
    };
    expect(await run('events', '--after', '6', '--timeout', '1')).toBe(0);
    expect(printed).toContain(`7  2026-12-01T09:00:00Z  ${event.type}  ${id}`);
    expect(await run('events', '--after', 'x')).toBe(2);
  });

  it('shows who takes part, and records and decides as operator', async () => {
    const admission = {
      decision: 'admitted',
      at: '2026-01-01T00:00:00Z',
      reasons: 'Zo is besloten.',
    };
    const participant = {
      ...{ webId, roles: ['agency', 'source'], name: { nl: 'Water\ndam' } },
      admissions: [admission],
    } as unknown as Participant;
    verbs.listParticipants = async () => [participant];
    expect(await run('participant', 'list')).toBe(0);
    expect(printed).toBe(`admitted  agency+source  ${webId}  Water dam\n`);
    const sent: unknown[] = [];
    verbs.recordParticipant = async (one) => {
      sent.push(one);
      return participant;
    };
    await writeFile(join(folder, 'p.json'), JSON.stringify({ webId }));
    expect(await run('participant', 'record', 'p.json')).toBe(0);
    expect(await run('participant', 'record', 'gone.json')).toBe(2);
    verbs.decideOnParticipant = async (one) => {
      sent.push(one);
      return participant;
    };
    const until = '2028-01-01T00:00:00Z';
    const decide = ['participant', 'decide', webId, ...official];
    expect(await run(...decide, '--outcome', 'admitted', '--until', until)).toBe(0);
    expect(await run(...decide, '--outcome', 'praised')).toBe(2);
    const by = { name: 'J. de Boer', role: 'beheerder' };
    expect(sent).toEqual([
      { webId },
      { webId, decision: 'admitted', by, reasons: 'Zo is besloten.', until },
    ]);
  });

  it('shows mandates, activities and what is disputed, and says when there is none', async () => {
    const mandate = { id, version: 2, name: { nl: 'Aanvulling', en: 'Supplement' } };
    const lists: [string[], keyof Agency, unknown, string, string][] = [
      [['mandate', 'list'], 'listMandates', { mandate, state: 'draft' }, 'draft', 'No mandates.'],
      [['activity', 'list'], 'listActivities', mandate, 'version 2', 'No processing activities.'],
      [
        ['corrections', 'disputed', webId],
        'listDisputedFacts',
        { disputedAt: '2026-11-30T09:00:00Z', resource: id },
        `2026-11-30  ${id}`,
        'Nothing that you read',
      ],
    ];
    for (const [args, verb, one, words, none] of lists) {
      Object.assign(verbs, { [verb]: async () => [one] });
      expect(await run(...args)).toBe(0);
      expect(printed).toContain(words);
      Object.assign(verbs, { [verb]: async () => [] });
      expect(await run(...args)).toBe(0);
      expect(printed).toContain(none);
    }
  });
});
