import type { Need } from '@grondslag/protocol';
import { escapeHtml, fill } from './html.ts';
import type { LetterContext } from './letter-page.ts';
import { needInWords } from './need-in-words.ts';
import { specialCategoryWords } from './special-category-words.ts';

/** The strip a citizen answers on: nothing is ticked, and a no is as easy as a yes. */
export function answerStrip(context: LetterContext): string {
  const { letter, words, agency, needs } = context;
  const box = `<span class="box" role="img" aria-label="${fill(words.box)}"></span>`;
  const line = (label: string) => `<p>${fill(label)}: <span class="line"></span></p>`;
  return `<section class="strip"><h2>${fill(words.strip)}</h2>
<p>${fill(words.code)}: <strong>${escapeHtml(letter.code)}</strong>. ${fill(words.stripIntro)}</p>
<ul><li>${box}<strong>${fill(words.yes, { agency })}</strong>
<ul>${needs.map((need) => needBoxes(need, box, context)).join('')}</ul>
<p>${fill(words.lastDay)} <span class="line"></span></p></li>
<li>${box}<strong>${fill(words.no)}</strong></li></ul>
${line(words.name)}${line(words.bornOn)}${line(words.signature)}</section>`;
}

function needBoxes(need: Need, box: string, context: LetterContext): string {
  const { letter, words, agency } = context;
  const { name, kind, fields, optional } = needInWords(need, context);
  const own = fill(optional.length > 0 ? words.shareParts : words.share, { kind: name, fields });
  const parts = optional.map((field) => `<li>${box}${escapeHtml(field)}</li>`).join('');
  const apart = letter.askApart.includes(need.claimType)
    ? `<p>${fill(words.apart, { kind: special(need, context) ?? kind })}</p><p>${box}${fill(words.apartYes, { agency })} ${box}${fill(words.apartNo)}</p>`
    : '';
  return `<li>${box}${own}${parts && `<ul class="parts">${parts}</ul>`}${apart}</li>`;
}

/** What a kind of fact tells, where the agency registered that: "uw gezondheid". */
function special({ claimType }: Need, { letter, language }: LetterContext): string | undefined {
  const known: Readonly<Record<string, string>> = specialCategoryWords[language];
  const named = letter.specialCategories?.[claimType]?.flatMap((one) => known[one] ?? []) ?? [];
  if (named.length === 0) return undefined;
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(named);
}
