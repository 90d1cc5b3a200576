import * as z from 'zod';
import type { CaseContext, Person } from '../run/context.ts';
import { expectStatus, expectThat } from '../run/expect.ts';

const answerSchema = z.object({ items: z.array(z.looseObject({ id: z.string() })) });

/** A page of the query service. */
export interface QueryPage {
  readonly ids: readonly string[];
  readonly items: readonly object[];
  /** URLs by `rel`. */
  readonly links: ReadonlyMap<string, string>;
}

/** Asks the query service; the answer may be a refusal. */
export function getQuery(
  { authority }: CaseContext,
  who: Pick<Person, 'fetch'>,
  filter: Readonly<Record<string, string>>,
): Promise<Response> {
  const url = new URL(authority.query);
  for (const [name, value] of Object.entries(filter)) url.searchParams.set(name, value);
  return who.fetch(url.href);
}

/** The same, and expects a page. */
export async function queryPage(
  context: CaseContext,
  who: Pick<Person, 'fetch'>,
  filter: Readonly<Record<string, string>>,
): Promise<QueryPage> {
  const response = await getQuery(context, who, filter);
  await expectStatus(response, 200);
  const body: unknown = await response.json();
  const parsed = answerSchema.safeParse(body);
  expectThat(parsed.success, '{"items": [credentials]}', body);
  const { items } = parsed.data;
  return { items, ids: items.map(({ id }) => id), links: linksOf(response) };
}

function linksOf(response: Response): ReadonlyMap<string, string> {
  const header = response.headers.get('link') ?? '';
  const links = [...header.matchAll(/<([^>]*)>\s*;\s*rel="?(\w+)"?/g)];
  return new Map(links.map(([, url = '', rel = '']) => [rel, url]));
}
