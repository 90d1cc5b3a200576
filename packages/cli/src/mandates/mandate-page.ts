import type { LocalText } from '@grondslag/agency';
import {
  article6Of,
  lawInWords,
  type Mandate,
  mandateStateAt,
  weighingQuestions,
  weighingSteps,
} from '@grondslag/legal-basis';
import { type Faults, faultLines } from './find-faults.ts';
import {
  assessmentWords,
  basisWords,
  kindInWords,
  noticeInWords,
  pageWords,
  stateWords,
  subjectsInWords,
} from './page-words.ts';
import type { Language } from './prompt.ts';
import { questionWords, stepWords } from './weighing-prompts.ts';

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#111}
h1{line-height:1.2}h2{margin-top:2rem;border-bottom:1px solid #767676}table{border-collapse:collapse;width:100%;table-layout:fixed;margin-top:1rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem .4rem 0;border-bottom:1px solid #ccc;overflow-wrap:anywhere}th{width:35%}
.faults{border:2px solid #111;padding:0 1rem}@media print{body{margin:0}h2{break-after:avoid}tr{break-inside:avoid}}`;

interface PageOptions {
  readonly language: Language;
  readonly now: Date;
  /** What the agency is called, when the register says so. */
  readonly agency?: LocalText | undefined;
}

/** A mandate with its weighing as one page anybody can read, print and keep; no script, nothing loaded. */
export function mandatePage(
  mandate: Mandate,
  faults: Faults,
  { language, now, agency }: PageOptions,
): string {
  const text = pageWords[language];
  const inLanguage = (local: LocalText) => local[language] ?? local.nl;
  const { weighing } = mandate;
  const letter = article6Of(mandate.basis);
  const facts: [string, string][] = [
    [text.state, stateWords[mandateStateAt(mandate, now)][language]],
    [text.agency, agency ? `${inLanguage(agency)}\n${mandate.agency}` : mandate.agency],
    [text.basis, letter ? basisWords[letter][language] : mandate.basis],
    [text.laws, mandate.lawRefs.map(lawInWords).join('\n') || text.none],
    [
      text.competence,
      mandate.competence
        ? [mandate.competence.organ, ...mandate.competence.lawRefs.map(lawInWords)].join('\n')
        : text.none,
    ],
    [text.subjects, subjectsInWords(mandate.subjects, language)],
    [text.notice, noticeInWords(mandate.notice, language)],
    [text.validity, `${mandate.validFrom.slice(0, 10)} – ${mandate.validUntil.slice(0, 10)}`],
    [text.accessDays, text.days(mandate.accessDays)],
    [text.retention, text.days(mandate.retentionDays)],
    [text.endsWhen, inLanguage(mandate.endsWhen)],
    [text.activity, `${mandate.activity.id}, ${text.version} ${mandate.activity.version}`],
    [
      text.protocol,
      mandate.protocol ? `${mandate.protocol.url} (${mandate.protocol.publishedOn})` : text.none,
    ],
  ];
  const data = mandate.dataNeeds.map(({ claimType, fields, necessity }): [string, string] => [
    `${kindInWords(claimType, language)}: ${fields.join(', ')}`,
    inLanguage(necessity),
  ]);
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(inLanguage(mandate.name))}</title><style>${style}</style></head><body>
<h1>${escapeHtml(inLanguage(mandate.name))}</h1>
<p>${escapeHtml(inLanguage(mandate.task))}</p>
<section class="faults">${paragraphs(faultLines(faults, language))}</section>
${table(facts)}
<h2>${text.data}</h2>${table(data)}
${weighing ? weighingSections(weighing, language) : ''}
<h2>${text.steps}</h2>${
    mandate.steps.length === 0
      ? `<p>${text.notDecided}</p>`
      : table(
          mandate.steps.map(({ step, at, by, reasons }) => [
            `${text.stepNames[step]}, ${at.slice(0, 10)}`,
            `${by.name}, ${by.role}\n${reasons}`,
          ]),
        )
  }
<p>${text.footer}</p>
</body></html>
`;
}

function weighingSections(weighing: NonNullable<Mandate['weighing']>, language: Language): string {
  const text = pageWords[language];
  const { questions, steps, outcome, assessments, by, at } = weighing;
  return `<h2>${text.questions}</h2>${table(
    weighingQuestions.map((name) => [
      `${questionWords[name][language]} ${questions[name].score} / 5`,
      [questions[name].reasons, ...questions[name].conditions.map((one) => `• ${one}`)].join('\n'),
    ]),
  )}
<h2>${text.nineSteps}</h2>${table(
    weighingSteps.map((name, index) => [`${index + 1}. ${stepWords[name][language]}`, steps[name]]),
  )}
<p><strong>${text.outcomes[outcome]}</strong> ${escapeHtml(`${by.name}, ${by.role}, ${at.slice(0, 10)}`)}</p>
<h2>${text.assessments}</h2>${
    assessments.length === 0
      ? `<p>${text.none}</p>`
      : table(
          assessments.map(({ type, url, date, sha256 }) => [
            `${assessmentWords[type][language]}, ${date}`,
            `${url}\nSHA-256 ${sha256}`,
          ]),
        )
  }`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const lines = rows.map(
    ([name, value]) =>
      `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value).replaceAll('\n', '<br>')}</td></tr>`,
  );
  return `<table>${lines.join('\n')}</table>`;
}

function paragraphs(lines: readonly string[]): string {
  return lines.map((line) => `<p>${escapeHtml(line.trim())}</p>`).join('');
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? '');
}
