import { writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { asJsonLd } from '@grondslag/agency';
import { type Mandate, mandateSchema } from '@grondslag/legal-basis';
import type { Command, CommandContext } from '../commands.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Report } from '../print-outcome.ts';
import { UsageError } from '../usage-error.ts';
import {
  answerAt,
  type Draft,
  draftFrom,
  parseWith,
  readActivity,
  readDraft,
  saveDraft,
  withAnswer,
} from './draft.ts';
import { type Faults, faultLines, findFaults, hasFaults, type Register } from './find-faults.ts';
import { languageOf } from './language-of.ts';
import { mandatePage } from './mandate-page.ts';
import { mandatePrompts } from './mandate-prompts.ts';
import { mandateTurtle } from './mandate-turtle.ts';
import { type Language, type Prompt, words } from './prompt.ts';
import { readRegister } from './read-register.ts';
import { walk } from './walk.ts';
import { isWeighed, weighingPrompts } from './weighing-prompts.ts';

const DEFAULT_DRAFT = 'mandate.draft.json';
const registerOptions = ['register', 'activity', 'laws', 'documents', 'lang'] as const;

/** Writing a mandate down and looking at it: nothing here needs an authority. */
export const mandateCommands: Readonly<Record<string, Command>> = {
  'mandate new': {
    options: [...registerOptions, 'from', 'draft', 'out'],
    async run(context) {
      const { values, folder } = context;
      const file = resolve(folder, values.from ?? values.draft ?? DEFAULT_DRAFT);
      const draft = values.from === undefined ? await weigh(context, file) : await readDraft(file);
      if (draft === undefined) return left(file, languageOf(context));
      const mandate = parseWith(
        mandateSchema,
        dated(draft, context.now()),
        `mandate in ${basename(file)}`,
      );
      const register = await readRegister(mandate, values, folder);
      const faults = findFaults(mandate, register, context.now());
      const files = await writeResults(mandate, { faults, ...register }, context);
      return { outcome: { ...faults, mandate, files }, report: report(faults, files, context) };
    },
  },
  'mandate check': {
    needs: 'MANDATE.json',
    options: registerOptions,
    async run(context) {
      const { argument, values, folder, now } = context;
      const draft = await readDraft(resolve(folder, argument));
      const mandate = parseWith(mandateSchema, draft, `mandate in ${argument}`);
      const faults = findFaults(mandate, await readRegister(mandate, values, folder), now());
      return { outcome: faults, report: report(faults, [], context) };
    },
  },
};

/** The draft with every answer; `undefined` when the official left before the end. */
async function weigh(context: CommandContext, file: string): Promise<Draft | undefined> {
  const { ask, print, values, folder, now } = context;
  if (ask === undefined) {
    throw new UsageError('Expected somebody to answer; give the mandate with --from FILE.');
  }
  const language = languageOf(context);
  const prompts = [...mandatePrompts, ...weighingPrompts(folder)];
  const powers = { ask, print, language, save: (draft: Draft) => saveDraft(file, draft) };
  let walked = await walk(prompts, await beginDraft(values.activity, file, folder), powers);
  while (!walked.left) {
    const parsed = mandateSchema.safeParse(dated(walked.draft, now()));
    if (!parsed.success) return walked.draft;
    const register = await readRegister(parsed.data, values, folder);
    const { gaps } = findFaults(parsed.data, register, now());
    const open = gaps.flatMap(({ path }) => promptsAt(prompts, path));
    if (open.length === 0) return walked.draft;
    for (const { path, text } of gaps) print(`  ! ${path}: ${text[language]}\n`);
    const again = await ask(changeQuestion[language]);
    if (again === undefined || !/^[jy]/i.test(again.trim())) return walked.draft;
    const cleared = open.reduce(
      (draft, { path }) => withAnswer(draft, path, undefined),
      walked.draft,
    );
    walked = await walk(prompts, cleared, powers);
  }
  return undefined;
}

const changeQuestion = words('Nu aanvullen? (ja/nee)\n> ', 'Complete this now? (yes/no)\n> ');

async function beginDraft(
  activity: string | undefined,
  file: string,
  folder: string,
): Promise<Draft> {
  try {
    return await readDraft(file);
  } catch (error) {
    if (activity === undefined) {
      throw new UsageError(
        `Expected a draft in ${file}, or --activity ACTIVITY.json to begin one: the line of your register of processing activities that the mandate is for.`,
        { cause: error },
      );
    }
    return draftFrom(await readActivity(resolve(folder, activity)));
  }
}

function promptsAt(prompts: readonly Prompt[], path: string): readonly Prompt[] {
  const within = path === 'outcome' ? 'weighing.outcome' : `weighing.${path}`;
  return prompts.filter((prompt) =>
    within === 'weighing.questions'
      ? prompt.path.at(-1) === 'conditions'
      : prompt.path.join('.') === within,
  );
}

/** The moment of the weighing, once it is complete. */
function dated(draft: Draft, now: Date): Draft {
  const path = ['weighing', 'at'];
  const isNew = isWeighed(draft) && answerAt(draft, path) === undefined;
  return isNew ? withAnswer(draft, path, now.toISOString()) : draft;
}

async function writeResults(
  mandate: Mandate,
  { faults, participant }: Pick<Register, 'participant'> & { readonly faults: Faults },
  context: CommandContext,
): Promise<readonly string[]> {
  const folder = resolve(context.folder, context.values.out ?? '.');
  const results = {
    'mandate.json': JSON.stringify(mandate, null, 2),
    'mandate.html': mandatePage(mandate, faults, {
      language: languageOf(context),
      now: context.now(),
      agency: participant?.name,
    }),
    'mandate.jsonld': JSON.stringify(asJsonLd('Mandate', mandate), null, 2),
    'mandate.ttl': await mandateTurtle(mandate),
  };
  for (const [name, content] of Object.entries(results)) {
    await writeFile(join(folder, name), content.endsWith('\n') ? content : `${content}\n`);
  }
  return Object.keys(results).map((name) => join(folder, name));
}

function report(faults: Faults, files: readonly string[], context: CommandContext): Report {
  return {
    lines: [...faultLines(faults, languageOf(context)), ...files],
    exitCode: hasFaults(faults) ? exitCodes.expectedNegative : exitCodes.ok,
  };
}

function left(file: string, language: Language): { outcome: unknown; report: Report } {
  const next = `grondslag mandate new --draft ${basename(file)}`;
  return {
    outcome: { status: 'left', draft: file },
    report: {
      lines: ['', words(`Bewaard. Verder: ${next}`, `Kept. Go on: ${next}`)[language]],
      exitCode: exitCodes.expectedNegative,
    },
  };
}
