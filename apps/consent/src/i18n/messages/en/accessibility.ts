import type { Translation } from '../chapters.ts';

export const messages = {
  'accessibility.title': 'Accessibility',
  'accessibility.intro':
    'Everybody must be able to use this app. Here is what we tested, and what we did not yet.',
  'accessibility.norm': 'What we hold ourselves to',
  'accessibility.norm.text':
    'We build the app by WCAG 2.2, levels A and AA. European rules ask for WCAG 2.1, levels A and AA.',
  'accessibility.tested': 'What we tested',
  'accessibility.tested.how': 'A computer does this at every change, in the browser Chromium.',
  'accessibility.tested.axe': 'The program axe {version} looks at every page. It finds no faults.',
  'accessibility.tested.keyboard': 'A question can be answered with the keyboard alone.',
  'accessibility.tested.narrow':
    'Every page fits a screen of 320 pixels, also enlarged by 400 percent.',
  'accessibility.tested.contrast':
    'Text has a contrast of 4.5 to 1, and with high contrast 7 to 1.',
  'accessibility.tested.forced':
    'Every page works in colours that your device chooses, and with less motion.',
  'accessibility.tested.order': 'A screen reader gets a question in the right order.',
  'accessibility.tested.words': 'No sentence has more than 20 words. There is no jargon.',
  'accessibility.open': 'What we did not test yet',
  'accessibility.open.expert':
    'No expert from outside has looked at the app. That is why we do not say that all is well.',
  'accessibility.open.person':
    'Nobody has used the app with a screen reader, such as NVDA or VoiceOver.',
  'accessibility.open.people': 'People who read little have not tried the app yet.',
  'accessibility.open.browsers':
    'Browsers other than Chromium, and real telephones, have not been tested yet.',
  'accessibility.open.languages':
    'Nobody who grew up with French or German has read those texts yet.',
  'accessibility.open.signIn':
    'The page where you sign in belongs to your data vault. It is not part of this.',
  'accessibility.report': 'Does something not work for you?',
  'accessibility.report.text':
    'Tell the organisation that gives you this app. Say which page it is.',
  'accessibility.report.contact': 'Contact',
  'accessibility.report.otherWay':
    'Can you not do it with the app? Every question can also be answered on paper or at a counter.',
  'accessibility.version': 'This is about version {version}. We went through it on {date}.',
} satisfies Translation<'accessibility'>;
