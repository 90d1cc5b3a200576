import type { Agency, OtherRoute } from '@grondslag/agency';
import { questionTo } from './question.ts';
import { readAnswer } from './read-answer.ts';

type Rows = NonNullable<Awaited<ReturnType<typeof readAnswer>>['rows']>;

/** What you know after asking. The other route cannot be forgotten: the compiler asks for it. */
export type Outcome =
  | { readonly route: 'vault'; readonly rows: Rows }
  | {
      readonly route: 'other';
      readonly because: string;
      readonly otherRoute: OtherRoute | undefined;
    };

/** Asks one citizen, waits for the decision, and reads what was allowed. */
export async function askAndRead(
  agency: Agency,
  citizen: string,
  timeoutSeconds = 60,
): Promise<Outcome> {
  const asked = await agency.requestAccess(questionTo(citizen));
  if (asked.status !== 'requested') return other(asked.status, asked.otherRoute);

  // Keep asked.request.id: waiting again after a restart loses nothing.
  const decided = await agency.waitForDecision(asked.request.id, {
    timeoutSeconds,
    pollSeconds: 1,
  });
  if (decided.status !== 'granted') return other(decided.status, decided.otherRoute);

  const answer = await readAnswer(agency, decided.grant.id);
  return answer.rows
    ? { route: 'vault', rows: answer.rows }
    : other(answer.status, answer.otherRoute);
}

function other(because: string, otherRoute: OtherRoute | undefined): Outcome {
  return { route: 'other', because, otherRoute };
}
