import type { Translation } from '../chapters.ts';

/** Who decides for another by law, and what somebody decides who has come of age. */
export const messages = {
  'represented.title': 'Who you decide for',
  'represented.intro': 'The law or a court says that you decide for these people.',
  'represented.empty': 'You decide for nobody.',
  'represented.emptyHint':
    'Do you have parental authority over a child, or did a court appoint you? Then it is shown here.',
  'represented.ground.parental-authority': 'You have parental authority over {name}.',
  'represented.ground.guardianship': 'You are the guardian of {name}.',
  'represented.ground.court-decision': 'A court appointed you to decide for {name}.',
  'represented.of18': 'On {date} {name} turns 18. From that day {name} decides.',
  'represented.after':
    'What you allowed, we then ask {name} about. If {name} says nothing, it stops after 30 days. An objection of yours stays.',
  'represented.begin': 'Begin for {name}',
  'represented.beginText':
    'You will see the facts about these subjects. {name} can see what you look at and do.',
  'represented.go': 'Decide for {name}',
  'represented.busy': 'We are looking up the facts.',
  'represented.grants': 'What you allowed for {name}',
  'represented.noGrants': 'There is nothing now that you allowed for {name}.',
  'represented.grant': '{agency} sees this, {until}: {facts}.',
  'represented.over': '{name} is 18 now and decides alone. You cannot see or do anything any more.',
  'represented.ended': 'You do not decide for {name} any more.',
  'represented.home.title': 'You also decide for somebody else',
  'represented.home.text': 'You can decide for {names}.',
  'represented.open': 'See who you decide for',
  'cameOfAge.title': 'You are 18 now',
  'cameOfAge.who.parental-authority': 'Your parent {name}',
  'cameOfAge.who.guardianship': 'Your guardian {name}',
  'cameOfAge.card': '{who} consented for you to {agencies}. Do you want to keep that?',
  'cameOfAge.open': 'Look and choose',
  'cameOfAge.intro': 'From now on you decide about your data.',
  'cameOfAge.before': 'Until now {name} decided for you.',
  'cameOfAge.over': '{name} cannot see anything of yours any more, nor do anything for you.',
  'cameOfAge.choose': 'Do you want to keep this?',
  'cameOfAge.nothing': 'Nothing waits for you.',
  'cameOfAge.nothingHint':
    'Did somebody allow something for you? Then you have decided about it, or it has stopped.',
  'cameOfAge.objections': 'Objections that stay',
  'cameOfAge.objectionsText':
    'Somebody else made this objection for you. It stays in force. You need not do anything.',
  'cameOfAge.objection': 'See the objection to {agency}',
  'cameOfAge.grants': 'See who can see what',
} satisfies Translation<'representation'>;
