import { resolve } from 'node:path';
import { importSigningKey, type MandateOutcome } from '@grondslag/agency';
import { type Mandate, mandateSchema, newMandateSchema } from '@grondslag/legal-basis';
import * as z from 'zod';
import { asUsageError } from '../as-usage-error.ts';
import type { Command, CommandContext } from '../commands.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Report } from '../print-outcome.ts';
import { parseWith, readDraft } from './draft.ts';
import { languageOf } from './language-of.ts';
import { officialOf } from './official-of.ts';
import type { Language } from './prompt.ts';

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
  'mandate decide': {
    needs: 'MANDATE_ID',
    options: [...stepOptions, 'key'],
    async run(context) {
      const key = await readKey(context);
      const step = { mandate: context.argument, ...officialOf(context.values) };
      return told(await (await context.agency()).decideMandate({ ...step, key }), context);
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
async function readKey({ values, folder }: CommandContext) {
  const file = values.key ?? 'official.jwk.json';
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
  if (outcome.status === 'refused') {
    const { rule, article, why, advice } = outcome;
    return {
      lines: [`Refused: ${rule} (art. ${article})`, `  ${why[language]}`, `  ${advice[language]}`],
      exitCode: exitCodes.expectedNegative,
    };
  }
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
