import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ApproachFound, ApproachPlan, ApproachQuestion } from '@grondslag/agency';
import { approachLetter } from '@grondslag/agency';
import * as z from 'zod';
import type { Language } from '../mandates/prompt.ts';
import { openOutcomeFile } from '../many/outcome-file.ts';
import { UsageError } from '../usage-error.ts';

const planSchema = z.looseObject({ plan: z.looseObject({ digest: z.string() }) });
const accessSchema = z.object({ citizen: z.string(), access: z.string() });

/** Those a person can help in another way. Of who does not qualify, or objected, nothing is kept but the count. */
const otherRoutes: readonly string[] = [
  'no-vault',
  'facts-missing',
  'not-verified',
  'disputed',
  'no-access',
];

/**
 * Opens the folder of a search, for its owner only: the plan with its weighing, the accesses that were given, who is to be
 * approached, the letters, and who needs another route.
 *
 * @throws {UsageError} when it is of another plan
 */
export async function openApproachFolder(
  folder: string,
  question: ApproachQuestion,
  plan: ApproachPlan,
  language: Language,
) {
  const at = (name: string) => join(folder, name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const earlier = planSchema.safeParse(parse(await textOf(at('plan.json')))).data;
  if (earlier !== undefined && earlier.plan.digest !== plan.digest) {
    throw new UsageError(
      'Expected a folder of this plan, or a new one; there is another plan in it.',
    );
  }
  await writeFile(at('plan.json'), `${JSON.stringify({ plan, question }, null, 2)}\n`, {
    mode: 0o600,
  });
  const given = new Map<string, string>();
  for (const line of ((await textOf(at('accesses.jsonl'))) ?? '').split('\n')) {
    const access = accessSchema.safeParse(parse(line)).data;
    if (access) given.set(access.citizen, access.access);
  }
  await rm(at('letters'), { recursive: true, force: true });
  await mkdir(at('letters'), { mode: 0o700 });
  const accesses = await openOutcomeFile(at('accesses.jsonl'), 'go-on');
  const approach = await openOutcomeFile(at('approach.jsonl'), 'replace');
  const otherRoute = await openOutcomeFile(at('other-route.jsonl'), 'replace');
  let letters = 0;
  return {
    /** By citizen, of an earlier run of this plan. */
    given: given as ReadonlyMap<string, string>,
    addAccess: (citizen: string, access: string) => accesses.append({ citizen, access }),
    async add({ citizen, access, outcome }: ApproachFound): Promise<void> {
      if (outcome.status === 'approach') {
        letters += 1;
        const letter = `letters/${String(letters).padStart(6, '0')}.html`;
        const page = approachLetter(outcome, question, plan, { language });
        await writeFile(at(letter), page, { mode: 0o600 });
        await approach.append({ citizen, access, ...outcome, letter });
      } else if (otherRoutes.includes(outcome.status)) {
        await otherRoute.append({ citizen, ...outcome });
      }
    },
    /** Ids of the accesses, as far as they go. */
    accessIds: async () =>
      ((await textOf(at('accesses.jsonl'))) ?? '')
        .split('\n')
        .flatMap((line) => accessSchema.safeParse(parse(line)).data?.access ?? []),
    write: (name: string, text: string) => writeFile(at(name), text, { mode: 0o600 }),
    async close() {
      await Promise.all([accesses, approach, otherRoute].map((file) => file.close()));
    },
  };
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
