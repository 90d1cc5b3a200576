import type { Translation } from '../chapters.ts';

export const messages = {
  'help.title': 'Help',
  'help.no.title': 'Do I have to say yes?',
  'help.no.text':
    'No. You may always say no. There is always another way, for example on paper or at a counter.',
  'help.part.title': 'Can I share a part?',
  'help.part.text':
    'Yes. You choose each fact by itself. You also choose how long. Shorter than asked is always fine.',
  'help.verified.title': 'What does verified mean?',
  'help.verified.text':
    'A fact carries a signature of the sender. We check that it is right. We also check that the sender may say this, and that it still counts.',
  'help.notVerified.text':
    'Is something not right? Then it says: not verified. We also tell you what you can do.',
  'help.stop.title': 'Can I stop?',
  'help.stop.text':
    'Yes, always. Go to Who can see what and choose Stop sharing. We cannot take back what was already read.',
  'help.device.title': 'What does this app keep?',
  'help.device.text':
    'This device keeps your language and colours, your sign-in and the messages you saw. Also what you chose at a question that is not finished yet. Your data stay in your vault. Sign out on the device of someone else.',

  'help.law.title': 'May someone read something without my yes?',
  'help.law.text':
    'Sometimes the law says that an organisation may read something. We tell you. You see which law it is.',
  'help.objection.title': 'What does it mean to object?',
  'help.objection.text':
    'You say that the reading does not suit your situation. It is on hold at once, and you get an answer.',
} satisfies Translation<'help'>;
