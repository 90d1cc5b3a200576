import * as z from 'zod';

/** A person who decides for a body, by name: what a machine checks is never a decision. */
export const officialSchema = z.strictObject({
  name: z.string().min(2).max(200),
  role: z.string().min(2).max(200),
});
export type Official = z.infer<typeof officialSchema>;

/** Whether two names are written as one person writes them: capitals, dots, spaces and accents do not count. */
export function isSamePerson(one: Pick<Official, 'name'>, other: Pick<Official, 'name'>): boolean {
  return plainName(one) === plainName(other);
}

/** A name as it is compared. */
export function plainName({ name }: Pick<Official, 'name'>): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
