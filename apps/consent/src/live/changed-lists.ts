import * as z from 'zod';

/** Of an event only this is used: a newer authority may tell more. */
const eventSchema = z.object({ data: z.object({ kind: z.string() }) });

const listsOf: Readonly<Record<string, readonly string[]>> = {
  'access-request': ['requests'],
  'access-grant': ['grants', 'requests', 'counter'],
  'access-denial': ['requests', 'counter'],
  'lawful-access': ['lawful-accesses', 'notices'],
  helper: ['helpers', 'grants'],
  correction: ['corrections'],
  objection: ['objections', 'notices'],
  'rights-request': ['rights-requests'],
  read: ['reads'],
};

/** Names of the lists that an event of the authority, as JSON, makes old; none when it is not understood. */
export function changedLists(event: string): readonly string[] {
  try {
    return listsOf[eventSchema.parse(JSON.parse(event)).data.kind] ?? [];
  } catch {
    return [];
  }
}
