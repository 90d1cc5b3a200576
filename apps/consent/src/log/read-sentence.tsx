import type { LawfulAccessView } from '@grondslag/legal-basis';
import type { AccessGrant } from '@grondslag/protocol';
import type { NameFact } from '../facts/fact-queries.ts';
import { useText } from '../i18n/text.tsx';
import type { PurposeWords } from '../requests/purpose-words.ts';
import { purposeLabel } from '../requests/purposes.ts';
import { shortId } from '../routes.tsx';
import { Link } from '../ui/link.tsx';
import { TheirWords } from '../ui/their-words.tsx';
import type { ReadLine } from './group-reads.ts';

/** One use of the citizen's data, or several like it on one day: who, what, what for. */
export function ReadSentence({
  line,
  grant,
  access: view,
  nameOf,
  names,
  purposes,
}: {
  readonly line: ReadLine;
  readonly grant: AccessGrant | undefined;
  readonly access: LawfulAccessView | undefined;
  readonly nameOf: (agency: string) => string;
  readonly names: NameFact;
  readonly purposes: PurposeWords;
}) {
  const words = useText();
  const { text, time } = words;
  const consent = grant?.credentialSubject.providedConsent;
  const inWords = view
    ? view.access.task
    : consent?.verifiedRequest && purposes.get(consent.verifiedRequest);
  const label = consent?.forPurpose
    ?.map((purpose) => purposeLabel(purpose, words))
    .find((key) => key !== undefined);
  const values = {
    agency: nameOf(line.agency),
    what: names(line.resource),
  };
  const [newest] = line.times;
  return (
    <li>
      {newest && <time dateTime={newest.toISOString()}>{time(newest)}</time>}
      <p>
        {line.changed && text('log.changed', values)}
        {!line.changed && !inWords && !label && text('log.read', values)}
        {!line.changed && (inWords || label) && (
          <>
            {text('log.readFor', values)}{' '}
            {inWords ? <TheirWords words={inWords} maxLength={160} /> : label && text(label)}
          </>
        )}
        {line.times.length > 1 && (
          <span className="quiet"> {text('log.times', { count: line.times.length })}</span>
        )}
        {view && (
          <>
            {' '}
            {text('log.byLaw')}{' '}
            <Link to="lawfulAccess" id={shortId(view.access.id)}>
              {text('log.whyAllowed')}
            </Link>
          </>
        )}
      </p>
    </li>
  );
}
