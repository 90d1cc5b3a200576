import type { Words } from './nl.ts';

/** The same, in English. */
export const en: Words = {
  name: 'Waterdam debt help (sample)',
  skip: 'To the content',
  sample: 'This is a sample. The people and the facts are made up.',
  otherLanguage: 'Nederlands',

  askTitle: 'Apply for debt help',
  askIntro:
    'We check whether someone can get debt help. For that we need a few facts. The citizen decides whether we may read them.',
  who: 'Who is it about?',
  someoneElse: 'Someone else',
  webId: 'Internet address of this person (WebID)',
  webIdHint: 'The citizen finds this address in their own data vault. It begins with http.',
  whatTitle: 'What we ask, and why',
  required: 'needed',
  optional: 'optional',
  whatFor: 'What for',
  until: 'Until when',
  untilText: (date) => `Until ${date}. The citizen can stop sooner.`,
  ask: 'Ask for the facts',
  askFirst: 'Choose a person first.',
  askWebId: 'Give an address that begins with http:// or https://.',

  income: 'Income',
  residence: 'Place of residence',
  household: 'Household',
  other: 'A fact',

  waitTitle: 'Waiting for the citizen',
  waitText: (name) =>
    `The question was sent to ${name}. This page changes by itself when there is an answer.`,
  waitNoHurry: 'The citizen need not hurry.',
  toConsent: 'The citizen answers in the data vault (new tab)',
  waitLong: 'It is taking a while. You need not wait: it also works without a data vault.',
  lookAgain: 'Look again',

  grantedTitle: 'The citizen says yes',
  grantedText: (name) => `${name} lets us read facts. The citizen sees each time we read.`,
  notGrantedTitle: 'Not given',
  notGrantedRequired: 'Without this fact we cannot tell.',
  notGrantedOptional: 'That is fine. It works without.',
  read: 'Read the facts',
  readAgain: 'Read again',

  about: (name) => `This is about ${name}.`,
  answerTitle: 'Can get debt help?',
  yes: 'Yes, this person can get debt help.',
  no: 'No, not by the rule. Someone always talks this over with the citizen.',
  cityUnknown: 'Probably. We do not know the place of residence yet: ask at the desk.',
  householdUnknown:
    'We do not know yet. We do not know how large the household is: ask at the desk.',
  incomeUnknown: 'We do not know. There is no income that we could check.',
  ruleTitle: 'The rule',
  rule: (first, next, city) =>
    `The latest income is at most ${first} a year for one person, and ${next} more for each further person. The citizen lives in ${city}. This rule is made up.`,
  ruleHere: (limit, persons) =>
    `Here: ${limit} for ${persons} ${persons === 1 ? 'person' : 'people'}.`,
  factsTitle: 'What we read',
  incomeOf: (year) => `Income of ${year}`,
  people: ({ adults, children }) =>
    [
      adults === undefined ? [] : `${adults} ${adults === 1 ? 'adult' : 'adults'}`,
      children === undefined ? [] : `${children} ${children === 1 ? 'child' : 'children'}`,
    ]
      .flat()
      .join(', '),
  part: 'This is a part of the fact. The proof of this part holds. We were not given the rest.',
  source: 'Source',
  credential: 'Reference',
  checked: 'Still valid according to the source',
  leftOutTitle: 'What we do not use, and why',
  disputedTitle: 'The citizen reported an error in this',
  disputedText: 'The source is looking into it. We do not decide on this fact alone.',
  readAt: (time) => `Read on ${time}.`,
  thrownAway: 'After fifteen minutes we throw this away.',

  deniedTitle: 'The citizen says no',
  deniedText: 'That is fine. A no has no consequences.',
  deniedReason: 'The citizen writes:',
  noVaultTitle: 'No data vault found',
  noVaultText: 'We find no data vault at this address. The question was not sent.',
  expiredTitle: 'The question has ended',
  expiredText: 'There was no answer in time. That has no consequences for the citizen.',
  canceledTitle: 'The question was taken back',
  canceledText: 'The question was taken back. Nothing was read.',
  notEnoughTitle: 'We do not know enough',
  notVerifiedTitle: 'Nothing could be checked',
  notVerifiedText: 'We found nothing that is certainly right. So we use nothing.',
  withdrawnTitle: 'The permission has stopped',
  withdrawnText: 'The citizen has withdrawn the permission. We can read nothing more.',
  accessEndedTitle: 'The permission has ended',
  accessEndedText: 'The agreed time is over. We can read nothing more.',
  refusedTitle: 'We get no access',
  refusedText: 'Access was refused. We have read nothing.',

  otherRouteTitle: 'It also works without a data vault',
  phone: 'Call',
  moreOnOtherRoute: 'How it works without a data vault',
  withoutTitle: 'Without a data vault',
  withoutText: 'The paper form and the help are the same. You get an answer just as fast.',
  withoutSteps: [
    'Ask for the form at the desk, or call us. Then we send it.',
    'Fill it in. If that is hard, we help you at the desk.',
    'Bring a proof of your income, for example an annual statement.',
  ],
  newQuestion: 'New question',

  council: {
    topUp: {
      title: 'May a council do this without a law?',
      intro:
        'The council of Zuiderhaven wants to pay a top-up to people who earn little. For that it wants to read their income in data vaults. It asks no consent, and no law gives it this task.',
      attempt: 'Try to read as the council',
      link: 'What if there is no law? See the example.',
    },
    freeChoice: {
      title: 'May a council just ask for consent?',
      intro:
        'Zuiderhaven council wants to send a letter. For that it asks somebody for consent to read the address. Nobody looked whether this citizen truly dares to say no.',
      attempt: 'Ask for consent as the council',
      link: 'May a council just ask for consent? See the example.',
    },
    sample: 'The council is made up.',
    tryAgain: 'Try again',
    no: 'No: the authority does not let this pass',
    why: 'Why',
    rule: 'Rule',
    article: (article) => `GDPR, Article ${article}`,
    advice: 'What the council can do',
    nothingRead: 'Nothing was read.',
    asked: 'The question was asked. The citizen sees beside it what is not in order.',
  },

  notFoundTitle: 'This page does not exist',
  notFoundText: 'Perhaps this case belongs to another browser.',
  forbiddenTitle: 'This is not possible',
  forbiddenText: 'The request did not come from our own page. Begin again.',
  failedTitle: 'It does not work now',
  failedText:
    'Something went wrong with us or with someone else. You need not do anything. Try later.',
  failedCode: 'Reference of the error',
};
