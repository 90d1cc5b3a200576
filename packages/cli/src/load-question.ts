import { readFile } from 'node:fs/promises';
import { type ClaimType, claimTypes, type Question } from '@grondslag/agency';
import { parseJsonObject } from './load-config.ts';
import { UsageError } from './usage-error.ts';

const DAY_MILLISECONDS = 86_400_000;

/** Short name → kind of claim: `income`. */
const claimTypesByName: Readonly<Record<string, ClaimType>> = Object.fromEntries(
  claimTypes.map((type) => [type.replace(/^.*#|Credential$/g, '').toLowerCase(), type]),
);

/**
 * Reads a question from a file: that of the SDK in JSON, with short names for kinds of claim and `validForDays`
 * instead of an end. Whether it is complete the SDK decides.
 */
export async function loadQuestion(
  file: string,
  citizen: string | undefined,
  now: Date,
): Promise<Question> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new UsageError(`Expected a question at ${file}, cannot read it.`);
  }
  const { validForDays, needs, ...rest } = parseJsonObject(text, file);
  if (typeof validForDays !== 'number' || !(validForDays > 0 && validForDays <= 3650)) {
    throw new UsageError(`Expected validForDays, from 1 to 3650, in ${file}.`);
  }
  const question = {
    ...rest,
    ...(citizen !== undefined && { citizen }),
    needs: Array.isArray(needs) ? needs.map(withClaimType) : needs,
    expiresAt: new Date(now.getTime() + validForDays * DAY_MILLISECONDS),
  };
  // Parsed by requestAccess, which says what is missing.
  return question as Question;
}

function withClaimType(need: unknown): unknown {
  const { claimType } = Object(need) as { claimType?: unknown };
  const known = typeof claimType === 'string' ? claimTypesByName[claimType] : undefined;
  return known === undefined ? need : { ...Object(need), claimType: known };
}
