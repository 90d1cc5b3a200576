import type { ReactNode } from 'react';
import { ByLine, ChosenBy } from '../helpers/chosen-by.tsx';
import { useText } from '../i18n/text.tsx';
import { provisionInWords } from '../lawful-access/law-words.ts';
import { purposeLabel } from '../requests/purposes.ts';
import type { Receipt } from './receipt.ts';
import { agencyOf, factsOf, type ReceiptContext } from './receipt-words.ts';

/** What a receipt says, line by line: who, what, what for, on what ground, until when, and what one can do. */
export function ReceiptLines({
  receipt,
  context,
}: {
  readonly receipt: Receipt;
  readonly context: ReceiptContext;
}) {
  const words = useText();
  const { text, fullDay, time } = words;
  const { at } = receipt;
  return (
    <dl className="lines card">
      <Line name="receipt.when">{`${fullDay(at)}, ${time(at)}`}</Line>
      <Line name="receipt.who">{agencyOf(receipt, context, words)}</Line>
      <div>
        <dt>{text('receipt.what')}</dt>
        {factsOf(receipt, context, words).map((fact) => (
          <dd key={fact} className="value starts-sentence">
            {fact}
          </dd>
        ))}
      </div>
      {'grant' in receipt && <ChosenBy decision={receipt.grant} />}
      {'denial' in receipt && <ChosenBy decision={receipt.denial} />}
      <ByLine helper={helperOf(receipt)} />
      <Lines receipt={receipt} context={context} />
      <Line name="receipt.number">
        <code>{receipt.id.slice(receipt.kind.length + 1)}</code>
      </Line>
    </dl>
  );
}

/** Who told or asked it for the citizen; of decisions `ChosenBy` says so. */
function helperOf(receipt: Receipt): string | undefined {
  switch (receipt.kind) {
    case 'objection':
      return receipt.view.objection.helper;
    case 'request':
      return receipt.view.request.helper;
    case 'report':
      return receipt.view.correction.helper;
    default:
      return undefined;
  }
}

function Lines({
  receipt,
  context: { language },
}: {
  readonly receipt: Receipt;
  readonly context: ReceiptContext;
}) {
  const words = useText();
  const { text, until } = words;
  const purposes = (all: readonly string[] | undefined) =>
    words.list(
      all?.length
        ? all.map((purpose) => text(purposeLabel(purpose, words) ?? 'purpose.unknown'))
        : [text('purpose.none')],
    );
  switch (receipt.kind) {
    case 'yes':
    case 'stopped': {
      const { providedConsent } = receipt.grant.credentialSubject;
      const { expirationDate } = receipt.grant;
      return (
        <>
          <Line name="receipt.purpose">{purposes(providedConsent.forPurpose)}</Line>
          <Line name="receipt.ground">{text('receipt.ground.consent')}</Line>
          {receipt.kind === 'yes' && (
            <Line name="receipt.until">
              {expirationDate ? until(new Date(expirationDate)) : text('receipt.noEnd')}
            </Line>
          )}
          <Line name="receipt.canDo">
            {text(receipt.kind === 'yes' ? 'receipt.canDo.yes' : 'receipt.canDo.stopped')}
          </Line>
        </>
      );
    }
    case 'no': {
      const { providedConsent } = receipt.denial.credentialSubject;
      return (
        <>
          <Line name="receipt.purpose">{purposes(providedConsent.forPurpose)}</Line>
          <Line name="receipt.canDo">{text('receipt.canDo.no')}</Line>
        </>
      );
    }
    case 'law': {
      const { access } = receipt.view;
      const laws = access.lawRefs.map((law) =>
        provisionInWords(law, receipt.view, language, words),
      );
      return (
        <>
          <Line name="receipt.purpose">{purposes([access.purpose])}</Line>
          <Line name="receipt.ground">
            {laws.length > 0 ? words.list(laws) : text('receipt.ground.emergency')}
          </Line>
          <Line name="receipt.until">{until(new Date(access.validUntil))}</Line>
          <Line name="receipt.canDo">{text('receipt.canDo.law')}</Line>
        </>
      );
    }
    case 'report':
      return (
        <>
          {receipt.view.correction.words !== undefined && (
            <Line name="receipt.grounds">{receipt.view.correction.words}</Line>
          )}
          <Line name="receipt.answerBefore">{words.day(new Date(receipt.view.answerBefore))}</Line>
        </>
      );
    case 'request':
      return (
        <>
          {receipt.view.request.words !== undefined && (
            <Line name="receipt.grounds">{receipt.view.request.words}</Line>
          )}
          <Line name="receipt.answerBefore">{words.day(new Date(receipt.view.answerBefore))}</Line>
        </>
      );
    case 'objection':
      return (
        <>
          <Line name="receipt.grounds">{receipt.view.objection.grounds}</Line>
          <Line name="receipt.answerBefore">{words.day(new Date(receipt.view.answerBefore))}</Line>
        </>
      );
  }
}

function Line({
  name,
  children,
}: {
  readonly name:
    | 'receipt.when'
    | 'receipt.who'
    | 'receipt.purpose'
    | 'receipt.ground'
    | 'receipt.until'
    | 'receipt.canDo'
    | 'receipt.grounds'
    | 'receipt.answerBefore'
    | 'receipt.number';
  readonly children: ReactNode;
}) {
  const { text } = useText();
  return (
    <div>
      <dt>{text(name)}</dt>
      <dd>{children}</dd>
    </div>
  );
}
