import { type FileHandle, open, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { NewWebhook, WebhookView } from '@grondslag/agency';
import { asUsageError } from './as-usage-error.ts';
import type { Command } from './commands.ts';
import { exitCodes } from './exit-codes.ts';
import { UsageError } from './usage-error.ts';

/** Where the secret of a new webhook goes, unless `--out` says otherwise. */
const DEFAULT_SECRET_FILE = 'webhook.secret';

/** Events that the authority sends to this agency. */
export const webhookCommands: Readonly<Record<string, Command>> = {
  'webhooks add': {
    needs: 'URL',
    options: ['type', 'out'],
    async run({ agency, argument: url, values, folder }) {
      const file = values.out ?? DEFAULT_SECRET_FILE;
      const path = resolve(folder, file);
      const sdk = await agency();
      // Before the webhook is made: its secret is told once.
      const handle = await newSecretFile(path);
      try {
        // The SDK says which of these are no types.
        const types = values.type as NewWebhook['types'];
        const made = await sdk.addWebhook({ url, ...(types && { types }) });
        const { secret, ...webhook } = made;
        await handle.writeFile(`${secret}\n`);
        const lines = [
          webhookLine(webhook),
          `Secret: ${file}. Who has it can send you events: keep it, for createWebhookReceiver.`,
        ];
        const outcome = { ...webhook, secretFile: file };
        return { outcome, report: { lines, exitCode: exitCodes.ok } };
      } catch (error) {
        await rm(path);
        return asUsageError(error);
      } finally {
        await handle.close();
      }
    },
  },
  'webhooks list': {
    options: [],
    async run({ agency }) {
      const outcome = await (await agency()).listWebhooks();
      const lines = outcome.length === 0 ? ['No webhooks.'] : outcome.map(webhookLine);
      return { outcome, report: { lines, exitCode: exitCodes.ok } };
    },
  },
  'webhooks remove': {
    needs: 'WEBHOOK_ID',
    options: [],
    async run({ agency, argument: id }) {
      await (await agency()).removeWebhook(id).catch(asUsageError);
      const lines = [`Removed: ${id}`];
      return { outcome: { removed: id }, report: { lines, exitCode: exitCodes.ok } };
    },
  },
};

/** Readable by its owner alone; a secret that is there already is never overwritten. */
async function newSecretFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o600);
  } catch (cause) {
    throw new UsageError(
      `Expected no file at ${path}, in a folder that can be written to; name another with --out.`,
      { cause },
    );
  }
}

function webhookLine({ id, url, state, deliveredUntil, lastProblem }: WebhookView): string {
  const problem = lastProblem === undefined ? [] : [lastProblem];
  return [state, id, url, `delivered until ${deliveredUntil}`, ...problem].join('  ');
}
