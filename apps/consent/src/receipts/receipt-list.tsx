import '../ui/style/receipts.css';
import { useParticipants } from '../agencies/agency-queries.ts';
import { useFactNames } from '../facts/fact-queries.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { useLawfulAccesses } from '../lawful-access/law-queries.ts';
import { Empty } from '../ui/empty.tsx';
import { Link } from '../ui/link.tsx';
import { together } from '../ui/loadable.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { useReceipts } from './receipt-queries.ts';
import { factsOf, receiptSentence } from './receipt-words.ts';

/** Everything that was decided about the citizen's data, newest first. */
export function ReceiptList() {
  const words = useText();
  const { text, day, list } = words;
  const { language } = useLanguage();
  const query = together({
    participants: useParticipants(),
    accesses: useLawfulAccesses(),
    names: useFactNames(words),
    receipts: useReceipts(),
  });
  return (
    <>
      <PageTitle name={text('receipts.title')}>{text('receipts.title')}</PageTitle>
      <p className="intro">{text('receipts.intro')}</p>
      <QueryState
        query={query}
        isEmpty={({ receipts }) => receipts.length === 0}
        empty={<Empty what={text('receipts.empty')} hint={text('receipts.emptyHint')} />}
      >
        {({ receipts, participants, accesses, names }) => {
          const context = { known: { participants, accesses }, names, language };
          return (
            <ul className="plain receipts">
              {receipts.map((receipt) => (
                <li key={receipt.id}>
                  <p className="quiet">{day(receipt.at)}</p>
                  <Link to="receipt" id={receipt.id}>
                    {receiptSentence(receipt, context, words)}
                  </Link>
                  <p className="quiet">{list(factsOf(receipt, context, words))}</p>
                </li>
              ))}
            </ul>
          );
        }}
      </QueryState>
    </>
  );
}
