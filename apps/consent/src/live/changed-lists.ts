import * as z from 'zod';

/** Of an event only this is used: a newer authority may tell more. */
const eventSchema = z.object({ data: z.object({ kind: z.string() }) });

const listsOf: Readonly<Record<string, readonly string[]>> = {
  'access-request': ['requests'],
  'access-grant': ['grants', 'requests'],
  'access-denial': ['requests'],
  'lawful-access': ['lawful-accesses', 'notices'],
  helper: ['helpers', 'grants'],
  correction: ['corrections'],
};

/** Names of the lists that an event of the authority, as JSON, makes old; none when it is not understood. */
export function changedLists(event: string): readonly string[] {
  try {
    return listsOf[eventSchema.parse(JSON.parse(event)).data.kind] ?? [];
  } catch {
    return [];
  }
}
