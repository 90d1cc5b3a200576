import '../ui/style/receipts.css';
import { useState } from 'react';
import { useParticipants } from '../agencies/agency-queries.ts';
import { EnteredBy } from '../counter/entered-by.tsx';
import { useFactNames } from '../facts/fact-queries.ts';
import { useRecords } from '../grants/every-grant.ts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { useLawfulAccesses } from '../lawful-access/law-queries.ts';
import { useServices } from '../services.tsx';
import { Link } from '../ui/link.tsx';
import { together } from '../ui/loadable.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { Problem } from '../ui/problem.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { saveFile } from '../ui/save-file.ts';
import type { Receipt } from './receipt.ts';
import { receiptDocument } from './receipt-document.ts';
import { ReceiptLines } from './receipt-lines.tsx';
import { useReceipts } from './receipt-queries.ts';
import { agencyOf, type ReceiptContext, receiptSentence } from './receipt-words.ts';

/** One receipt, to read, print or keep as a file. */
export function ReceiptPage({ id }: { readonly id: string }) {
  const words = useText();
  const { text } = words;
  const { language } = useLanguage();
  const query = together({
    participants: useParticipants(),
    accesses: useLawfulAccesses(),
    names: useFactNames(words),
    receipts: useReceipts(),
  });
  const receipt = query.data?.receipts.find((one) => one.id === id);
  const title = text('receipt.title');
  return (
    <>
      <PageTitle name={title}>{title}</PageTitle>
      <QueryState query={query} isEmpty={() => !receipt} empty={<p>{text('receipt.gone')}</p>}>
        {({ participants, accesses, names }) =>
          receipt && (
            <OneReceipt
              receipt={receipt}
              context={{ known: { participants, accesses }, names, language }}
            />
          )
        }
      </QueryState>
      <p className="not-printed">
        <Link to="receipts">{text('receipt.all')}</Link>
      </p>
    </>
  );
}

function OneReceipt({
  receipt,
  context,
}: {
  readonly receipt: Receipt;
  readonly context: ReceiptContext;
}) {
  const words = useText();
  const { text } = words;
  const records = useRecords();
  const { config } = useServices();
  const [problem, setProblem] = useState<unknown>();
  const sentence = receiptSentence(receipt, context, words);

  async function save() {
    setProblem(undefined);
    try {
      const signed = await signedPart(receipt, records);
      const agency = agencyOf(receipt, context, words);
      const document = receiptDocument(
        receipt,
        { title: sentence, agency, language: context.language },
        signed,
      );
      saveFile(`${receipt.id}.jsonld`, 'application/ld+json', JSON.stringify(document, null, 2));
    } catch (error) {
      setProblem(error);
    }
  }
  return (
    <>
      <p className="intro">{sentence}</p>
      <ReceiptLines receipt={receipt} context={context} />
      {'grant' in receipt && <EnteredBy decision={receipt.grant} />}
      {'denial' in receipt && <EnteredBy decision={receipt.denial} />}
      <p className="quiet">{text('receipt.keptBy', { host: new URL(config.authority).host })}</p>
      {problem !== undefined && <Problem error={problem} retry={() => void save()} />}
      <div className="actions not-printed">
        <button type="button" className="button" onClick={() => print()}>
          {text('receipt.print')}
        </button>
        <button type="button" className="button" onClick={() => void save()}>
          {text('receipt.download')}
        </button>
      </div>
      <p className="quiet not-printed">{text('receipt.downloadHint')}</p>
    </>
  );
}

/** What the authority signed, as it was signed. What the citizen asked is kept by it, and not signed. */
async function signedPart(
  receipt: Receipt,
  records: ReturnType<typeof useRecords>,
): Promise<unknown> {
  switch (receipt.kind) {
    case 'yes':
    case 'stopped':
      return records.credential(receipt.grant.id);
    case 'no':
      return records.credential(receipt.denial.id);
    case 'law':
      return records.credential(receipt.view.credential);
    case 'objection':
    case 'request':
    case 'report':
      return undefined;
  }
}
