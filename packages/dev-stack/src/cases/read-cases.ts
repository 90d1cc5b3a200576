import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type ConsentGate, consentGateSchema } from '@grondslag/agency';
import {
  type NewMandate,
  type NewParticipant,
  newMandateSchema,
  newParticipantSchema,
  type ProcessingActivity,
  processingActivitySchema,
} from '@grondslag/legal-basis';
import * as z from 'zod';

const DAY = 86_400_000;
const folder = new URL('../../cases/', import.meta.url);

/** What the register of the demo begins with; see `cases/README.md`. */
export interface Cases {
  readonly participants: readonly NewParticipant[];
  readonly activities: readonly ProcessingActivity[];
  /** Each with the agency it is of. */
  readonly mandates: Readonly<Record<MandateCase, { agency: string; mandate: NewMandate }>>;
}

export type MandateCase = 'income-supplement' | 'automatic-top-up';

interface CaseOptions {
  /** Vault server of the demo: incomplete WebIDs are there. */
  readonly vault: string;
  /** Keys of the officials, by WebID of their agency. */
  readonly keysOf: (webId: string) => Readonly<Record<string, string>>;
  readonly now: Date;
}

/** Reads the files, completes addresses, days and digests, and checks them as the authority does. */
export async function readCases({ vault, keysOf, now }: CaseOptions): Promise<Cases> {
  const complete = (webId: unknown) => new URL(String(webId), vault).href;
  const yesterday = new Date(now.getTime() - DAY).toISOString();
  const participants = await readJson('participants.json', z.array(z.looseObject({})));
  const activities = await readJson('activities.json', z.array(z.looseObject({})));
  return {
    participants: participants.map(({ webId, ...rest }) =>
      newParticipantSchema.parse({
        ...rest,
        webId: complete(webId),
        keys: keysOf(complete(webId)),
      }),
    ),
    activities: activities.map(({ controller, ...rest }) =>
      processingActivitySchema.parse({
        ...rest,
        controller: complete(controller),
        validFrom: yesterday,
      }),
    ),
    mandates: {
      'income-supplement': await readMandate('income-supplement'),
      'automatic-top-up': await readMandate('automatic-top-up'),
    },
  };

  async function readMandate(name: MandateCase) {
    const file = await readJson(`mandates/${name}.json`, mandateFileSchema);
    const { agency, weighing, ...rest } = file;
    const assessments = [];
    for (const { document, ...assessment } of weighing.assessments) {
      const text = await readFile(new URL(`assessments/${document}`, folder));
      const sha256 = createHash('sha256').update(text).digest('hex');
      assessments.push({ ...assessment, date: yesterday.slice(0, 10), sha256 });
    }
    const mandate = newMandateSchema.parse({
      ...rest,
      weighing: { ...weighing, assessments, at: yesterday },
      validFrom: yesterday,
      validUntil: new Date(now.getTime() + 730 * DAY).toISOString(),
    });
    return { agency: complete(agency), mandate };
  }
}

/** What an official of the municipality confirms before it asks for consent. */
export function readConsentGate(): Promise<ConsentGate> {
  return readJson('consent-gate.json', consentGateSchema);
}

const mandateFileSchema = z.looseObject({
  agency: z.string(),
  weighing: z.looseObject({ assessments: z.array(z.looseObject({ document: z.string() })) }),
});

async function readJson<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  return schema.parse(JSON.parse(await readFile(new URL(file, folder), 'utf8')));
}
