import type { Person } from '../world/person.ts';

const TIMEOUT_MILLISECONDS = 15_000;

/** The authority is gone, or says that it cannot answer now: whether it did what was asked is not known. */
export class NotAnswered extends Error {
  override readonly name = 'NotAnswered';
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Who asks and with what; without a login when `by` and `bearer` are absent. */
export interface Asked {
  readonly by?: Person | undefined;
  readonly bearer?: string;
  readonly body?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function askAuthority(
  method: 'GET' | 'POST',
  url: string,
  { by, bearer, body, headers }: Asked = {},
): Promise<Answer> {
  let answer: Answer;
  try {
    const response = await fetch(url, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...headers,
        ...(bearer !== undefined && { Authorization: `Bearer ${bearer}` }),
        ...(await by?.sign(method, url)),
      },
      ...(body !== undefined && { body }),
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    answer = { status: response.status, body: await response.json() };
  } catch (cause) {
    throw new NotAnswered(`${method} ${url}: no answer`, { cause });
  }
  if (answer.status >= 500) throw new NotAnswered(`${method} ${url}: ${JSON.stringify(answer)}`);
  return answer;
}

/** As `askAuthority`, and fails when the status is another than `status`. */
export async function askFor(
  status: number,
  ...asked: Parameters<typeof askAuthority>
): Promise<unknown> {
  const answer = await askAuthority(...asked);
  if (answer.status === status) return answer.body;
  throw new Error(
    `${asked[0]} ${asked[1]} should answer ${status}; it did ${JSON.stringify(answer)}`,
  );
}
