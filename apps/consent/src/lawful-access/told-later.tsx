import type { LawfulAccessView } from '@grondslag/legal-basis';
import { useText } from '../i18n/text.tsx';
import { plainWords } from '../ui/plain-words.ts';
import { TheirWords } from '../ui/their-words.tsx';

/** Of an access the citizen heard of later: on what ground, and who saw to it that it ended. */
export function ToldLater({ view: { access } }: { readonly view: LawfulAccessView }) {
  const { text } = useText();
  if (access.notice.when !== 'delayed') return null;
  const { ground, article, overseer } = access.notice.delay;
  return (
    <div className="notice">
      <p>
        {text('lawAccess.delayed')} <TheirWords words={ground} />
      </p>
      <p>
        {text('lawAccess.overseer', {
          name: plainWords(overseer.name),
          role: plainWords(overseer.role),
        })}
      </p>
      <p className="quiet">{text('gdpr.article', { article: plainWords(article) })}</p>
    </div>
  );
}
