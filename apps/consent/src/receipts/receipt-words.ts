import { sourceName } from '../corrections/known-sources.ts';
import type { NameFact } from '../facts/fact-queries.ts';
import { grantedFacts } from '../grants/granted-facts.ts';
import { letsSee } from '../grants/lets-see.ts';
import type { Language } from '../i18n/language.ts';
import type { Words } from '../i18n/words.ts';
import { kindsInWords } from '../lawful-access/data-words.ts';
import { type Known, nameAgency } from '../lawful-access/law-words.ts';
import type { Receipt } from './receipt.ts';

/** What receipts are put in words with. */
export interface ReceiptContext {
  readonly known: Known;
  readonly names: NameFact;
  readonly language: Language;
}

/** Name of the organisation a receipt is about. */
export function agencyOf(receipt: Receipt, context: ReceiptContext, words: Words): string {
  const { known, language } = context;
  return receipt.kind === 'report'
    ? sourceName(receipt.agency, known.participants, language)
    : nameAgency(receipt.agency, known, language, words);
}

/** What happened, in one sentence. */
export function receiptSentence(receipt: Receipt, context: ReceiptContext, words: Words): string {
  const agency = agencyOf(receipt, context, words);
  switch (receipt.kind) {
    case 'yes':
    case 'stopped':
      return words.text(
        letsSee(receipt.grant) ? `receipt.${receipt.kind}` : `receipt.${receipt.kind}Placing`,
        { agency },
      );
    case 'no':
      return words.text('receipt.no', { agency });
    case 'law':
      return words.text('receipt.law', { agency });
    case 'objection':
      return words.text('receipt.objection', { agency });
    case 'request':
      return words.text(`receipt.request.${receipt.view.request.right}`, { agency });
    case 'report':
      return words.text('receipt.report', { agency });
  }
}

/** The facts that a receipt is about. */
export function factsOf(
  receipt: Receipt,
  { names, known }: ReceiptContext,
  words: Words,
): readonly string[] {
  switch (receipt.kind) {
    case 'yes':
    case 'stopped':
      return grantedFacts(receipt.grant, names, words);
    case 'no':
      return receipt.denial.credentialSubject.providedConsent.forPersonalData.map(names);
    case 'report':
      return [names(receipt.view.correction.resource)];
    case 'law':
      return [kindsInWords(receipt.view.access.dataNeeds, words)];
    case 'objection': {
      const { access } = receipt.view.objection;
      const view = known.accesses.find((one) => one.access.id === access);
      return view ? [kindsInWords(view.access.dataNeeds, words)] : [];
    }
    case 'request': {
      const { about } = receipt.view.request;
      const view = known.accesses.find((one) => one.access.id === about);
      return view ? [kindsInWords(view.access.dataNeeds, words)] : [];
    }
  }
}
