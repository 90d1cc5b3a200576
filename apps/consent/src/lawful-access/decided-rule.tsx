import type { LawfulAccessView } from '@grondslag/legal-basis';
import { useText } from '../i18n/text.tsx';
import { Local } from '../ui/local.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { useExplanations } from './law-queries.ts';

type Explained = Pick<LawfulAccessView['why'], 'rule' | 'article' | 'why'>;

/** "Why was this allowed?": the rule that decided at the time, the one that holds now, and what a machine cannot say. */
export function DecidedRule({ view }: { readonly view: LawfulAccessView }) {
  const { text, day } = useText();
  const explanations = useExplanations(view.credential);
  return (
    <details>
      <summary>{text('lawAccess.why.question')}</summary>
      <QueryState query={explanations}>
        {(records) => {
          const first = records.find(({ outcome }) => outcome !== 'refuse');
          return (
            <>
              {first && (
                <>
                  <p>{text('lawAccess.why.checked', { date: day(new Date(first.at)) })}</p>
                  <OneRule explained={first} />
                </>
              )}
              {view.why.rule !== first?.rule && (
                <>
                  <p>{text('lawAccess.why.nowRule')}</p>
                  <OneRule explained={view.why} />
                </>
              )}
            </>
          );
        }}
      </QueryState>
      <p>{text('lawAccess.why.human')}</p>
    </details>
  );
}

function OneRule({ explained: { rule, article, why } }: { readonly explained: Explained }) {
  const { text } = useText();
  return (
    <div className="notice">
      <p>
        <Local words={why} />
      </p>
      <p className="quiet">
        {text('gdpr.article', { article })}. {text('lawAccess.why.rule', { rule })}
      </p>
    </div>
  );
}
