import {
  article6Of,
  type LawfulAccessView,
  type LawReference,
  lawInWords,
  type RightInContext,
} from '@grondslag/legal-basis';
import type { Participants } from '@grondslag/protocol';
import { showAgency } from '../agencies/agency-queries.ts';
import { type Language, localText } from '../i18n/language.ts';
import type { Words } from '../i18n/words.ts';
import { plainWords } from '../ui/plain-words.ts';
import { kindsInWords } from './data-words.ts';

/** Name of the agency, as the authority told it when the access was given. */
export function agencyName({ information }: LawfulAccessView, language: Language): string {
  return plainWords(localText(information.controller.name, language), 100);
}

/** Whom and what is known, to name agencies by. */
export interface Known {
  readonly accesses: readonly LawfulAccessView[];
  readonly participants: Participants;
}

/** Name of an agency that has access under a law, or had; else as any agency is named. */
export function nameAgency(
  webId: string,
  { accesses, participants }: Known,
  language: Language,
  { text }: Words,
): string {
  const view = accesses.find(({ access }) => access.agency === webId);
  return view ? agencyName(view, language) : showAgency(webId, participants, language, text).name;
}

/** A provision as people know it: "Participatiewet, artikel 47a". */
export function provisionInWords(
  reference: LawReference,
  { information }: LawfulAccessView,
  language: Language,
  { text }: Words,
): string {
  const law = information.laws?.find(({ identifier }) => identifier === reference.identifier);
  if (law === undefined) return lawInWords(reference);
  return text('law.provision', {
    law: plainWords(localText(law.title, language), 200),
    article: reference.article,
  });
}

/** Who may read what, and why that is not for the citizen to decide, in one sentence. */
export function lawSentence(view: LawfulAccessView, language: Language, words: Words): string {
  const values = {
    agency: agencyName(view, language),
    what: kindsInWords(view.access.dataNeeds, words),
  };
  switch (article6Of(view.access.basis)) {
    case 'd':
      return words.text('law.sentence.danger', values);
    case 'f':
      return words.text('law.sentence.interest', values);
    default:
      return words.text('law.sentence.law', values);
  }
}

/** Where an access stands, in words. */
export function stateInWords(
  view: LawfulAccessView,
  language: Language,
  { text, day }: Words,
): string {
  const { state, why, access } = view;
  if (state === 'waiting') {
    const date = day(new Date(access.validFrom));
    return text('law.state.waiting', { date, agency: agencyName(view, language) });
  }
  if (state === 'suspended' && why.rule === 'objection_open') return text('law.state.objected');
  return text(`law.state.${state}`);
}

/** The right to object, as it is now. */
export function rightToObject({ rights }: LawfulAccessView): RightInContext | undefined {
  return rights.find(({ right }) => right === 'object');
}

/** Whether the citizen can object now. */
export function canObject(view: LawfulAccessView): boolean {
  return rightToObject(view)?.action === 'object';
}

/** Whether it counts, or may count again. */
export function isOpen({ state }: LawfulAccessView): boolean {
  return state === 'waiting' || state === 'active' || state === 'suspended';
}

/** Of an access that does not count any more: what it was, and how it ended. */
export function endedSentence(view: LawfulAccessView, language: Language, words: Words): string {
  const { access, state } = view;
  const values = {
    agency: agencyName(view, language),
    what: kindsInWords(access.dataNeeds, words),
  };
  if (view.review?.outcome === 'not-justified') {
    return words.text('law.endedNotJustified', values);
  }
  return state === 'expired'
    ? words.text('law.expired', { ...values, date: words.day(new Date(access.validUntil)) })
    : words.text('law.ended', values);
}
