import { readFile } from 'node:fs/promises';
import { createLawRegister, knownLaws, lawSnapshotSchema } from '@grondslag/legal-basis';
import type { ParsedAuthorityConfig } from '../config.ts';
import { AuthorityError } from '../errors.ts';
import { defaultLegalSettings, type LegalSettings } from './legal-settings.ts';

/**
 * What the configuration says about legal bases; the laws the kit knows are always among those that are known.
 *
 * @throws {AuthorityError} `config_invalid` when a snapshot of laws cannot be read, or is none
 */
export async function readLegalSettings({
  operators,
  lawSnapshots,
  register,
}: Pick<ParsedAuthorityConfig, 'operators' | 'lawSnapshots' | 'register'>): Promise<LegalSettings> {
  const snapshots = await Promise.all(lawSnapshots.map(readSnapshot));
  const laws = createLawRegister([knownLaws, ...snapshots]);
  return { ...defaultLegalSettings, operators, laws, ...register };
}

async function readSnapshot(file: string) {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    const message = `lawSnapshots: expected JSON in ${file}, which is none or cannot be read.`;
    throw new AuthorityError('config_invalid', message, { cause });
  }
  const parsed = lawSnapshotSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new AuthorityError(
    'config_invalid',
    `lawSnapshots: expected a snapshot of laws in ${file}; ${wrong.slice(0, 5).join('; ')}`,
  );
}
