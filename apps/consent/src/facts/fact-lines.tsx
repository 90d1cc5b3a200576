import type { ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';
import { Icon } from '../ui/icon.tsx';
import { Local } from '../ui/local.tsx';
import type { FactView } from './fact-view.ts';
import { explainLeftOut, messageLines } from './fact-words.ts';
import { factLines } from './shown-fact.ts';

/** What a fact says, who says it and whether that is verified; `children` are lines between the two. */
export function FactLines({
  view,
  id,
  children,
}: {
  readonly view: FactView;
  readonly id?: string;
  readonly children?: ReactNode;
}) {
  const words = useText();
  const { text } = words;
  return (
    <dl className="lines" id={id}>
      {view.fact &&
        factLines(view.fact, words).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="value">{value}</dd>
          </div>
        ))}
      <div>
        <dt>{text('facts.source')}</dt>
        <dd>{view.source ? <Local words={view.source} /> : text('facts.sourceUnknown')}</dd>
      </div>
      {view.isLinked && (
        <div>
          <dt>{text('facts.about')}</dt>
          <dd>{text('facts.otherName')}</dd>
        </div>
      )}
      {view.messages && (
        <div>
          <dt>{text('facts.sourceSays')}</dt>
          {[...new Set(messageLines(view.messages, words))].map((line) => (
            <dd key={line}>{line}</dd>
          ))}
        </div>
      )}
      {children}
      <div>
        <dt>{text('facts.check')}</dt>
        <dd>
          <FactCheck view={view} />
        </dd>
      </div>
    </dl>
  );
}

/** Whether a fact is verified; when not, why and what to do. */
function FactCheck({ view }: { readonly view: FactView }) {
  const { text } = useText();
  const unverified = view.check.verified
    ? undefined
    : explainLeftOut(view.check.reason, view.fact !== undefined);
  return unverified === undefined ? (
    <span className="mark mark-good">
      <Icon name="good" /> {text('facts.verified')}
    </span>
  ) : (
    <>
      <span className="mark mark-bad">
        <Icon name="bad" /> {text(unverified.mark)}
      </span>
      <span className="mark-why">{text(unverified.why)}</span>
    </>
  );
}
