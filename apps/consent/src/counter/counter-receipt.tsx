import '../ui/style/receipts.css';
import type { AccessRequest } from '@grondslag/protocol';
import type { CounterReceipt } from '@grondslag/protocol/counter';
import type { ReactNode } from 'react';
import { useLanguage, useText } from '../i18n/text.tsx';
import { shortId } from '../routes.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { DecisionLines, isGrant } from './decision-lines.tsx';
import { entrySentence, sightingInWords } from './entry-words.ts';

/** What was entered, to print for the citizen. */
export function CounterReceiptPage({
  receipt: { entry, decision },
  request,
  children,
  onNext,
}: {
  readonly receipt: CounterReceipt;
  readonly request: AccessRequest;
  readonly children?: ReactNode;
  readonly onNext: () => void;
}) {
  const words = useText();
  const { text, fullDay, time } = words;
  const { language } = useLanguage();
  const at = new Date(entry.at);
  const isStopped = entry.kind === 'withdrawn';
  const isYes = isGrant(decision) && !isStopped;
  const title = text(
    isStopped ? 'counter.done.stopped' : isYes ? 'counter.done.yes' : 'counter.done.no',
  );
  return (
    <>
      <PageTitle name={title}>{title}</PageTitle>
      <p className="intro">{entrySentence(entry, language, words)}</p>
      {isStopped && <p>{text('counter.stoppedText')}</p>}
      <DecisionLines request={request} decision={decision} />
      <dl className="lines card">
        <div>
          <dt>{text('counter.when')}</dt>
          <dd>{`${fullDay(at)}, ${time(at)}`}</dd>
        </div>
        <div>
          <dt>{text('counter.reliedOn')}</dt>
          <dd>{sightingInWords(entry, words)}</dd>
        </div>
        <div>
          <dt>{text('counter.number')}</dt>
          <dd>
            <code>{shortId(decision.id)}</code>
          </dd>
        </div>
      </dl>
      {isYes && <p>{text('counter.keepLetter')}</p>}
      {children}
      <div className="actions not-printed">
        <button type="button" className="button button-main" onClick={() => print()}>
          {text('counter.print')}
        </button>
        <button type="button" className="button" onClick={onNext}>
          {text('counter.next')}
        </button>
      </div>
    </>
  );
}
