import { AuthorityError } from '../authority/authority-error.ts';
import { useText } from '../i18n/text.tsx';
import type { PlainKey } from '../i18n/words.ts';
import { Problem } from '../ui/problem.tsx';

const known: Readonly<Record<string, PlainKey>> = {
  letter_code_mistyped: 'counter.problem.mistyped',
  letter_unknown: 'counter.problem.unknown',
  letter_locked: 'counter.problem.locked',
  letter_expired: 'counter.problem.ended',
  too_many_codes: 'counter.problem.tooMany',
  desk_of_asking_agency: 'counter.problem.ownDesk',
  nothing_to_withdraw: 'counter.problem.nothing',
  card_unknown: 'counter.problem.cardUnknown',
  card_locked: 'counter.problem.cardLocked',
  too_many_lookups: 'counter.problem.tooManyLookups',
  letter_of_own_printing: 'counter.problem.ownPrinting',
};

/** What is wrong with a code, in its own words; any other failure as everywhere. */
export function CodeProblem({
  error,
  sending = false,
}: {
  readonly error: unknown;
  readonly sending?: boolean;
}) {
  const { text } = useText();
  const code = error instanceof AuthorityError ? error.problem?.code : undefined;
  const words = known[code ?? ''];
  if (words === undefined) return <Problem error={error} sending={sending} />;
  return (
    <p className="notice notice-bad" role="alert">
      {text(words)}
    </p>
  );
}
