import { readFile, rename, writeFile } from 'node:fs/promises';
import { type ProcessingActivity, processingActivitySchema } from '@grondslag/legal-basis';
import type * as z from 'zod';
import { parseJsonObject } from '../load-config.ts';
import { UsageError } from '../usage-error.ts';

/** A mandate that may not be complete yet, in the form it will have. */
export type Draft = Record<string, unknown>;

/** Where an answer goes: `['weighing', 'questions', 'may', 'score']`. */
export type Path = readonly string[];

/** The answer at a path; `undefined` when there is none. */
export function answerAt(draft: Draft, path: Path): unknown {
  return path.reduce<unknown>((part, name) => (Object(part) as Draft)[name], draft);
}

/** The same draft with one answer more, or one less when `value` is `undefined`. */
export function withAnswer(draft: Draft, [name, ...rest]: Path, value: unknown): Draft {
  if (name === undefined) return draft;
  const { [name]: part, ...others } = draft;
  const changed = rest.length === 0 ? value : withAnswer(Object(part) as Draft, rest, value);
  return changed === undefined ? others : { ...draft, [name]: changed };
}

/** A draft begins with what its processing activity already says; the citizen's law and data come from there. */
export function draftFrom(activity: ProcessingActivity): Draft {
  const { id, version, controller, purposeInWords, ...rest } = activity;
  const { basis, specialCategoryBasis, article10, identityNumberRule, lawRefs } = rest;
  const { purpose, dataNeeds, retentionDays, protocol } = rest;
  return {
    id: `urn:uuid:${crypto.randomUUID()}`,
    version: 1,
    agency: controller,
    activity: { id, version },
    basis,
    ...(specialCategoryBasis !== undefined && { specialCategoryBasis }),
    ...(article10 && { article10 }),
    ...(identityNumberRule && { identityNumberRule }),
    lawRefs,
    purpose,
    task: purposeInWords,
    dataNeeds,
    retentionDays,
    ...(protocol && { protocol }),
    steps: [],
  };
}

/** @throws {UsageError} when there is no JSON object there */
export async function readDraft(file: string): Promise<Draft> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new UsageError(`Expected a mandate, or a draft of one, at ${file}; cannot read it.`);
  }
  return parseJsonObject(text, file);
}

/** Replaces a draft in one step: leaving in the middle loses no answer. */
export async function saveDraft(file: string, draft: Draft): Promise<void> {
  await writeFile(`${file}.new`, `${JSON.stringify(draft, null, 2)}\n`);
  await rename(`${file}.new`, file);
}

/** @throws {UsageError} naming what is wrong */
export async function readActivity(file: string): Promise<ProcessingActivity> {
  return parseWith(
    processingActivitySchema,
    await readDraft(file),
    `processing activity in ${file}`,
  );
}

/** @throws {UsageError} naming the fields that are missing or wrong */
export function parseWith<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  what: string,
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new UsageError(
    `Expected a complete ${what}; this is missing or wrong:\n${wrong.join('\n')}`,
  );
}
