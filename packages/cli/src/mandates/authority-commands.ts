import { resolve } from 'node:path';
import { type Agency, importSigningKey, type MandateOutcome } from '@grondslag/agency';
import { type Mandate, mandateSchema, newMandateSchema } from '@grondslag/legal-basis';
import * as z from 'zod';
import { asUsageError } from '../as-usage-error.ts';
import type { Command, CommandContext } from '../commands.ts';
import { exitCodes } from '../exit-codes.ts';
import { DEFAULT_KEY_FILE } from '../official-commands.ts';
import { oneLine, type Report } from '../print-outcome.ts';
import { reportRefused } from '../report-refused.ts';
import { parseWith, readDraft } from './draft.ts';
import { languageOf } from './language-of.ts';
import { officialOf } from './official-of.ts';
import type { Language } from './prompt.ts';
import { readDigests } from './read-register.ts';

const stepOptions = ['by', 'role', 'reasons', 'lang'] as const;

/** What is done with a mandate at the authority; a step is that of a named official. */
export const authorityCommands: Readonly<Record<string, Command>> = {
  'mandate submit': {
    needs: 'MANDATE.json',
    options: ['lang'],
    async run(context) {
      const { argument, folder } = context;
      const draft = await readDraft(resolve(folder, argument));
      const mandate = parseWith(mandateSchema, draft, `mandate in ${argument}`);
      const agency = await context.agency();
      return told(await agency.draftMandate(asSent(mandate)).catch(asUsageError), context);
    },
  },
  'mandate list': {
    options: ['lang'],
    async run(context) {
      const outcome = await (await context.agency()).listMandates();
      const lines = outcome.map(({ mandate: { id, version, name }, state }) =>
        [state, id, `version ${version}`, oneLine(name[languageOf(context)] ?? name.nl)].join('  '),
      );
      const none = ['No mandates.'];
      return {
        outcome,
        report: { lines: lines.length > 0 ? lines : none, exitCode: exitCodes.ok },
      };
    },
  },
  'mandate decide': {
    needs: 'MANDATE_ID',
    options: [...stepOptions, 'key', 'documents'],
    async run(context) {
      const key = await readOfficialKey(context);
      const step = { mandate: context.argument, ...officialOf(context.values) };
      const agency = await context.agency();
      const documents = await readDocuments(agency, context);
      const outcome = await agency
        .decideMandate({ ...step, key, ...(documents && { documents }) })
        .catch(asUsageError);
      return told(outcome, context);
    },
  },
  'mandate publish': {
    needs: 'MANDATE_ID',
    options: stepOptions,
    async run(context) {
      const step = { mandate: context.argument, ...officialOf(context.values) };
      return told(await (await context.agency()).publishMandate(step), context);
    },
  },
  'mandate end': {
    needs: 'MANDATE_ID',
    options: stepOptions,
    async run(context) {
      const step = { mandate: context.argument, ...officialOf(context.values) };
      return told(await (await context.agency()).endMandate(step), context);
    },
  },
};

/** The documents of `--documents` that the mandate on record names; `undefined` when nothing is to be compared. */
async function readDocuments(
  agency: Agency,
  { argument, values: { documents }, folder }: CommandContext,
): Promise<ReadonlyMap<string, string> | undefined> {
  if (documents === undefined) return undefined;
  const { mandate } = await agency.findMandate(argument);
  return readDigests(mandate, resolve(folder, documents));
}

/** The authority chooses the id of a new mandate; one it has chosen means a new version. */
function asSent({ id, version, agency: _caller, steps: _none, ...content }: Mandate) {
  const isNew = id.startsWith('urn:uuid:');
  return parseWith(
    newMandateSchema,
    { ...content, ...(!isNew && { id, version }) },
    'mandate to send',
  );
}

const keySchema = z.looseObject({
  kid: z.url(),
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  d: z.string(),
});

/** The private key of the official, as JWK with its verification method as `kid` (RFC 7517, RFC 8037). */
export async function readOfficialKey({ values, folder }: CommandContext) {
  const file = values.key ?? DEFAULT_KEY_FILE;
  const { kid, ...jwk } = parseWith(
    keySchema,
    await readDraft(resolve(folder, file)),
    `private key in ${file} (--key)`,
  );
  return importSigningKey(kid, jwk);
}

function told(
  outcome: MandateOutcome,
  context: CommandContext,
): { readonly outcome: MandateOutcome; readonly report: Report } {
  return { outcome, report: reportMandate(outcome, languageOf(context)) };
}

function reportMandate(outcome: MandateOutcome, language: Language): Report {
  if (outcome.status === 'refused') return reportRefused(outcome, language);
  const { mandate, state, broken, gaps } = outcome;
  return {
    lines: [
      `${state}: ${mandate.id} (version ${mandate.version})`,
      ...gaps.map(({ path, text }) => `  ${path}: ${text[language]}`),
      ...broken.flatMap(({ rule, article, why, advice }) => [
        `  ${rule} (art. ${article}): ${why[language]}`,
        `    ${advice[language]}`,
      ]),
    ],
    exitCode: exitCodes.ok,
  };
}
