import { expectThat } from '../run/expect.ts';

/** One challenge of `WWW-Authenticate`. */
export interface Challenge {
  readonly scheme: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly text: string;
}

/** `UMA` with what a client needs of it. */
export interface UmaChallenge {
  readonly authority: string;
  readonly ticket: string;
}

/**
 * Challenges in the order they came (RFC 9110 §11.6.1). Parameters count only when quoted: the libraries do not read others.
 */
export function challengesOf(response: Response): Challenge[] {
  const header = response.headers.get('www-authenticate') ?? '';
  return header.split(/,\s*(?=[A-Za-z][\w-]*(?:\s+\w+=|\s*(?:,|$)))/).flatMap((text) => {
    const scheme = /^\s*([A-Za-z][\w-]*)/.exec(text)?.[1];
    if (scheme === undefined) return [];
    const quoted = [...text.matchAll(/([\w-]+)="([^"]*)"/g)];
    const parameters = new Map(quoted.map(([, name = '', value = '']) => [name, value]));
    return [{ scheme, parameters, text }];
  });
}

/** The UMA challenge of an answer. @throws NotConformError when there is none that a library can read */
export function umaChallengeOf(response: Response): UmaChallenge {
  const header = response.headers.get('www-authenticate');
  const uma = challengesOf(response).find(({ scheme }) => scheme === 'UMA')?.parameters;
  const [authority, ticket] = [uma?.get('as_uri'), uma?.get('ticket')];
  expectThat(
    authority !== undefined && ticket !== undefined,
    'WWW-Authenticate: UMA as_uri="…", ticket="…"',
    header ?? `${response.status} without WWW-Authenticate`,
  );
  return { authority, ticket };
}

/** Asks for a resource without login, and resolves to the ticket. */
export async function ticketFor(resource: string): Promise<string> {
  const response = await fetch(resource);
  await response.body?.cancel();
  return umaChallengeOf(response).ticket;
}
