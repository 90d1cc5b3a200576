import { article6Of } from '@grondslag/legal-basis';
import { answerAt, type Draft } from './draft.ts';
import { parseLaw } from './parse-law.ts';
import { type Prompt, parseChoice, parseDay, parseDays, parseText, words } from './prompt.ts';

const line = { kind: 'line', parse: parseText } as const;
const is = (path: readonly string[], value: string) => (draft: Draft) =>
  answerAt(draft, path) === value;
const isPublicTask = (draft: Draft) => {
  const letter = article6Of(String(draft['basis']));
  return letter === 'c' || letter === 'e';
};

/** What a mandate says beside its activity and its weighing. */
export const mandatePrompts: readonly Prompt[] = [
  {
    ...line,
    path: ['name', 'nl'],
    question: words('Hoe heet deze machtiging?', 'What is this mandate called, in Dutch?'),
  },
  {
    ...line,
    path: ['competence', 'organ'],
    when: isPublicTask,
    question: words('Welk orgaan is bevoegd?', 'Which organ is competent?'),
    help: words(
      'Het college, de raad, de minister, het fonds.',
      'The executive, the council, the minister, the fund.',
    ),
  },
  {
    kind: 'list',
    parse: parseLaw,
    path: ['competence', 'lawRefs'],
    when: isPublicTask,
    question: words('Volgens welke wet, en welk artikel?', 'By which law, and which article?'),
    help: words(
      'Eén per regel: BWBR0015703 47a. Een lege regel sluit af.',
      'One a line: BWBR0015703 47a. An empty line ends the list.',
    ),
  },
  {
    kind: 'line',
    parse: parseChoice(['all', 'category', 'one']),
    path: ['subjects', 'scope'],
    question: words(
      'Over wie gaat het? 1 iedereen, 2 een groep, 3 één burger',
      'Whom is it about? 1 all, 2 a category, 3 one citizen',
    ),
  },
  {
    ...line,
    path: ['subjects', 'description', 'nl'],
    when: is(['subjects', 'scope'], 'category'),
    question: words('Welke groep?', 'Which category, in Dutch?'),
  },
  {
    ...line,
    path: ['subjects', 'webId'],
    when: is(['subjects', 'scope'], 'one'),
    question: words('Welke burger? Het adres (WebID).', 'Which citizen? Their address (WebID).'),
  },
  {
    kind: 'line',
    parse: parseDays(1, 1_096),
    path: ['accessDays'],
    question: words(
      'Hoeveel dagen duurt één toegang hoogstens?',
      'How many days does one access last, at most?',
    ),
  },
  {
    kind: 'line',
    parse: parseChoice(['before', 'at-once', 'delayed']),
    path: ['notice', 'when'],
    question: words(
      'Wanneer hoort de burger het? 1 vooraf, 2 meteen, 3 later',
      'When is the citizen told? 1 before, 2 at once, 3 later',
    ),
    help: words(
      'Later mag alleen met een artikel dat dat toestaat, een einddatum en een toezichthouder.',
      'Later is allowed only with an article that allows it, an end date and an overseer.',
    ),
  },
  {
    kind: 'line',
    parse: parseDays(0, 90),
    path: ['notice', 'waitDays'],
    when: is(['notice', 'when'], 'before'),
    question: words(
      'Hoeveel dagen krijgt de burger om te reageren?',
      'How many days does the citizen have to respond?',
    ),
  },
  ...delayPrompts(),
  {
    ...line,
    path: ['endsWhen', 'nl'],
    question: words('Wanneer is het doel bereikt?', 'When is the purpose reached, in Dutch?'),
  },
  {
    kind: 'line',
    parse: parseDay,
    path: ['validFrom'],
    question: words(
      'Vanaf welke dag geldt de machtiging?',
      'From which day does the mandate hold?',
    ),
    help: words('Zoals 2027-01-31.', 'Such as 2027-01-31.'),
  },
  {
    kind: 'line',
    parse: parseDay,
    path: ['validUntil'],
    question: words('Tot welke dag?', 'Until which day?'),
  },
];

function delayPrompts(): readonly Prompt[] {
  const when = is(['notice', 'when'], 'delayed');
  const delay = ['notice', 'delay'];
  return [
    {
      ...{ ...line, when, path: [...delay, 'ground', 'nl'] },
      question: words('Waarom pas later?', 'Why only later, in Dutch?'),
    },
    {
      ...{ ...line, when, path: [...delay, 'article'] },
      question: words('Welk artikel staat dat toe?', 'Which article allows that?'),
      help: words(
        '14(5)(b), 14(5)(c), of een wet onder 23.',
        '14(5)(b), 14(5)(c), or a law under 23.',
      ),
    },
    {
      ...{ ...line, when, path: [...delay, 'until'], parse: parseDay },
      question: words('Tot welke dag?', 'Until which day?'),
    },
    {
      ...{ ...line, when, path: [...delay, 'overseer', 'name'] },
      question: words('Wie ziet daarop toe? Naam', 'Who sees to that? Name'),
    },
    {
      ...{ ...line, when, path: [...delay, 'overseer', 'role'] },
      question: words('Functie', 'Role'),
    },
  ];
}
