import * as z from 'zod';

/** A JSON object as it came: `z.record` would leave out a member named `__proto__` without a word. */
export const jsonObjectSchema = z
  .custom<Readonly<Record<string, unknown>>>(
    (json) => typeof json === 'object' && json !== null && !Array.isArray(json),
    'not an object',
  )
  .meta({ override: { type: 'object' } });
