import type { AccessDenial, AccessGrant } from '@grondslag/protocol';
import { enteredFromFields } from '@grondslag/protocol/counter';
import { useLanguage, useText } from '../i18n/text.tsx';
import { Link } from '../ui/link.tsx';
import { useEntries } from './counter-queries.ts';
import { entrySentence } from './entry-words.ts';

/** That a clerk entered a decision, who and where; nothing of one that the citizen took on screen. */
export function EnteredBy({ decision }: { readonly decision: AccessGrant | AccessDenial }) {
  const entered = enteredFromFields(decision.credentialSubject.providedConsent);
  return entered === undefined ? null : <Entry decision={decision.id} />;
}

function Entry({ decision }: { readonly decision: string }) {
  const words = useText();
  const { language } = useLanguage();
  const { data = [] } = useEntries();
  const found = data.filter((entry) => entry.decision === decision);
  return (
    <div className="notice">
      {found.length === 0 && <p>{words.text('entry.somebody')}</p>}
      {found.toReversed().map((entry) => (
        <p key={entry.id}>{entrySentence(entry, language, words)}</p>
      ))}
      <Link to="counterEntries">{words.text('entries.title')}</Link>
    </div>
  );
}
