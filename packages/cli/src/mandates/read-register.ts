import { resolve } from 'node:path';
import { digestDocuments } from '@grondslag/agency';
import {
  knownLaws,
  lawSnapshotSchema,
  type Mandate,
  participantSchema,
  processingActivitySchema,
} from '@grondslag/legal-basis';
import * as z from 'zod';
import type { Values } from '../parse-arguments.ts';
import { UsageError } from '../usage-error.ts';
import { parseWith, readActivity, readDraft } from './draft.ts';
import type { Register } from './find-faults.ts';

/** A file of a register, as an authority starts from one. */
const registerFileSchema = z.looseObject({
  participants: z.array(participantSchema).default([]),
  activities: z.array(processingActivitySchema).default([]),
});

/** What `--register`, `--activity`, `--laws` and `--documents` say about a mandate. */
export async function readRegister(
  mandate: Mandate,
  values: Values,
  folder: string,
): Promise<Register> {
  const { agency, activity: asked } = mandate;
  const file = values.register;
  const register =
    file === undefined
      ? undefined
      : parseWith(
          registerFileSchema,
          await readDraft(resolve(folder, file)),
          `register in ${file}`,
        );
  const participant = register?.participants.find(({ webId }) => webId === agency);
  const ofFile = register?.activities
    .filter((one) => one.id === asked.id)
    .toSorted((one, other) => one.version - other.version)
    .at(-1);
  const activity =
    values.activity === undefined ? ofFile : await readActivity(resolve(folder, values.activity));
  return {
    ...(participant && { participant }),
    ...(activity && { activity }),
    laws: await readLaws(values.laws, folder),
    ...(values.documents !== undefined && {
      digests: await readDigests(mandate, resolve(folder, values.documents)),
    }),
  };
}

/** @throws {UsageError} when there is no folder to read */
export async function readDigests(
  mandate: Pick<Mandate, 'weighing' | 'privateLawAct'>,
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  try {
    return await digestDocuments(mandate, folder);
  } catch (cause) {
    throw new UsageError(`Expected a folder of documents at ${folder}; cannot read it.`, { cause });
  }
}

/** The laws the kit knows, and over them those of the files named. */
export async function readLaws(files: readonly string[] | undefined, folder: string) {
  const snapshots = [knownLaws];
  for (const file of files ?? []) {
    const snapshot = await readDraft(resolve(folder, file));
    snapshots.push(parseWith(lawSnapshotSchema, snapshot, `snapshot of laws in ${file}`));
  }
  return snapshots;
}
