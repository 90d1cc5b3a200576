import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Agency, AgencyError, type WebhookView } from '@grondslag/agency';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from './run-command.ts';
import { configOf } from './test-support/config-of.ts';

const url = 'https://agency.example/events';
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const view: WebhookView = {
  ...{ id: '0197f0a4-5b7c-4c7e-8b52-5d1c9e6f3a21', url, state: 'failing', deliveredUntil: 12 },
  ...{ types: ['org.w3id.grondslag.access-grant.revoked.v1'], lastProblem: 'http_500' },
  createdAt: '2026-12-01T09:00:00Z',
};

describe('grondslag webhooks', () => {
  let folder: string;
  let printed: string;
  let verbs: Partial<Agency>;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cli-'));
    printed = '';
    verbs = {};
  });
  afterEach(() => rm(folder, { recursive: true }));

  const print = (text: string) => {
    printed += text;
  };
  const run = (...args: string[]) =>
    runCommand(['webhooks', ...args], {
      env: configOf({ processingLog: 'processing.jsonl' }),
      folder,
      createAgency: () => ({ ...verbs, close: async () => undefined }) as Agency,
      print,
      printError: print,
    });

  it('keeps the secret of a new one in a file of its owner, shows it nowhere, and never overwrites it', async () => {
    const asked: unknown[] = [];
    verbs.addWebhook = async (webhook) => {
      asked.push(webhook);
      return { ...view, secret };
    };
    const [type] = view.types;
    expect(await run('add', url, '--type', String(type), '--json')).toBe(0);
    expect(asked).toEqual([{ url, types: [type] }]);
    expect(JSON.parse(printed)).toEqual({ ...view, secretFile: 'webhook.secret' });
    const file = join(folder, 'webhook.secret');
    expect(await readFile(file, 'utf8')).toBe(`${secret}\n`);
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect(await run('add', url)).toBe(2);
    expect(asked).toHaveLength(1);
    expect(printed).not.toContain(secret);
  });

  it.each([
    [new TypeError('url: expected a URL'), 2],
    [new AgencyError('register_refused', 'Not on the public internet.'), 1],
  ])('leaves no file behind after %s', async (error, code) => {
    verbs.addWebhook = () => Promise.reject(error);
    expect(await run('add', url)).toBe(code);
    expect(printed).toContain(error.message);
    expect(await readdir(folder)).toEqual([]);
  });

  it('says how each fares, and removes one', async () => {
    const removed: string[] = [];
    verbs.listWebhooks = async () => (removed.length === 0 ? [view] : []);
    verbs.removeWebhook = async (id) => void removed.push(id);
    expect(await run('list')).toBe(0);
    expect(printed).toContain(`failing  ${view.id}  ${url}  delivered until 12  http_500`);
    expect(await run('remove', view.id)).toBe(0);
    expect(removed).toEqual([view.id]);
    expect(await run('list')).toBe(0);
    expect(printed).toContain('No webhooks.');
  });
});
