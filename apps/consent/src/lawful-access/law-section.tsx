import { useText } from '../i18n/text.tsx';
import { Empty } from '../ui/empty.tsx';
import { Link } from '../ui/link.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { LawCard } from './law-card.tsx';
import { useLawfulAccesses } from './law-queries.ts';
import { isOpen } from './law-words.ts';

/** Who may read under a law: a list of its own, beside what the citizen allowed. */
export function LawSection() {
  const { text } = useText();
  const accesses = useLawfulAccesses();
  return (
    <section aria-labelledby="by-law">
      <h2 id="by-law">{text('law.title')}</h2>
      <p>
        {text('law.intro')} <Link to="notices">{text('notices.all')}</Link>
      </p>
      <QueryState
        query={accesses}
        isEmpty={(views) => !views.some(isOpen)}
        empty={<Empty what={text('law.empty')} hint={text('law.emptyHint')} />}
      >
        {(views) => views.filter(isOpen).map((view) => <LawCard key={view.id} view={view} />)}
      </QueryState>
    </section>
  );
}
