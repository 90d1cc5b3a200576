import * as z from 'zod';
import { type AuthenticatedFetch, askAuthority } from './ask-authority.ts';

/** Pages of one list that are read at most; the authority pages by 20 or more. */
const MAX_PAGES = 25;

/**
 * All items of a list of the authority, whether its next page is in the `Link` header or in the answer.
 *
 * @throws {AuthorityError} as `askAuthority`
 */
export async function askPages<Item extends z.ZodType>(
  fetch: AuthenticatedFetch,
  first: string,
  item: Item,
): Promise<z.infer<Item>[]> {
  const schema = z.object({ items: z.array(item), next: z.url().exactOptional() });
  const items: z.infer<Item>[] = [];
  let page: string | undefined = first;
  for (let count = 0; page !== undefined && count < MAX_PAGES; count += 1) {
    const answer: { body: { items: z.infer<Item>[]; next?: string }; next: string | undefined } =
      await askAuthority(fetch, page, schema);
    items.push(...answer.body.items);
    page = answer.next ?? answer.body.next;
  }
  return items;
}
