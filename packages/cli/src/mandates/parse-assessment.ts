import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { assessmentSchema } from '@grondslag/legal-basis';
import { type Parsed, words } from './prompt.ts';

const HEX_DIGEST = /^[0-9a-f]{64}$/;

/** `DPIA https://… 2026-03-01 dpia.pdf`: type, address, date, and the document itself or its SHA-256. */
export function parseAssessment(folder: string): (line: string) => Promise<Parsed> {
  return async (line) => {
    const [type, url, date, ...rest] = line.trim().split(/\s+/);
    const document = rest.join(' ');
    const sha256 = HEX_DIGEST.test(document) ? document : await digestOf(resolve(folder, document));
    if (sha256 === undefined) {
      return {
        wrong: words(
          `Het document ${document} is niet te lezen.`,
          `The document ${document} cannot be read.`,
        ),
      };
    }
    const parsed = assessmentSchema.safeParse({ type, url, date, sha256 });
    if (parsed.success) return { value: parsed.data };
    const fields = [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))].join(', ');
    return {
      wrong: words(
        `Soort, adres, datum en document, met spaties ertussen; niet goed: ${fields}.`,
        `Type, address, date and document, with spaces between; not right: ${fields}.`,
      ),
    };
  };
}

async function digestOf(file: string): Promise<string | undefined> {
  try {
    return createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  } catch {
    return undefined;
  }
}
