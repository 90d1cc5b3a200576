import { writeCommandLine } from './write-command-line.ts';
import { writeErrors } from './write-errors.ts';
import { writeHttpApi } from './write-http-api.ts';
import { writeSdk } from './write-sdk.ts';
import { writeVocabulary } from './write-vocabulary.ts';

/** The pages that are made of the code: path in the repository → text. The packages must have been built. */
export async function writeReference(): Promise<Readonly<Record<string, string>>> {
  return {
    'docs/reference/command-line.md': await writeCommandLine(),
    'docs/reference/errors.md': writeErrors(),
    'docs/reference/http-api.md': writeHttpApi(),
    'docs/reference/sdk.md': writeSdk(),
    'docs/reference/vocabulary.md': writeVocabulary(),
  };
}
