import * as z from 'zod';
import { decisionStateNameSchema, requestStateNameSchema } from './access-view.ts';

/** Most items of one page. */
export const MAX_PAGE_SIZE = 100;

const filter = {
  agency: z.url().exactOptional(),
  citizen: z.url().exactOptional(),
  resource: z.url().exactOptional(),
  purpose: z.url().exactOptional(),
  issuedAfter: z.iso.datetime({ offset: true }).exactOptional(),
  pageSize: z.coerce.number().pipe(z.int().min(1).max(MAX_PAGE_SIZE)).default(20),
  cursor: z
    .uuid()
    .exactOptional()
    .meta({ description: 'From the `next` of the page before; not to be made up.' }),
};

/** Query of `GET v1/access-requests`. */
export const requestFilterSchema = z.strictObject({
  state: requestStateNameSchema.exactOptional(),
  ...filter,
});

/** Query of `GET v1/access-grants` and `GET v1/access-denials`. */
export const decisionFilterSchema = z.strictObject({
  state: decisionStateNameSchema.exactOptional(),
  ...filter,
});
export type AccessFilter =
  | z.infer<typeof requestFilterSchema>
  | z.infer<typeof decisionFilterSchema>;

/** One page, newest first; `next` is also in the `Link` header (RFC 8288). */
export function pageSchema<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), next: z.url().exactOptional() });
}
