import type { Translation } from '../chapters.ts';

export const messages = {
  'app.name': 'My data vault',
  'app.skip': 'Skip to content',
  'app.menu': 'Menu',
  'app.navigation': 'Main menu',
  'app.language': 'Language',
  'app.signOut': 'Sign out',
  'app.loading': 'Loading…',
  'app.retry': 'Try again',
  'app.notRefreshed': 'This is from {time}. It cannot be renewed now. We will try again soon.',
  'app.offline':
    'You have had no connection since {time}. You can read. You cannot send anything now.',
  'app.newRequests':
    '{count, plural, one {There is a new question for you.} other {There are # new questions for you.}}',
  'app.factsChanged': 'Your data has been updated.',
  'app.quoteOf': '{name} writes:',
  'until.day': 'until the end of {date}',
  'until.moment': 'until {date}, {time}',

  'nav.home': 'Start',
  'nav.facts': 'My data',
  'nav.requests': 'Questions',
  'nav.grants': 'Who can see what',
  'nav.log': 'What was looked at',
  'nav.receipts': 'Receipts',
  'nav.help': 'Help',
  'nav.settings': 'Settings',
  'nav.accessibility': 'Accessibility',

  'notFound.title': 'This page does not exist',
  'notFound.text': 'The address may be wrong. Choose what you need in the menu.',
  'notFound.link': 'To the start',

  'signIn.restoring': 'One moment. We are checking whether you are signed in.',
  'signIn.title': 'Your data, your choice',
  'signIn.intro':
    'See what your data vault says about you. See who asks for it. You decide yourself.',
  'signIn.button': 'Sign in',
  'signIn.where': 'You sign in at your data vault. After that you come back here.',
  'signIn.stopped': 'You stopped signing in. You can try again.',
  'signIn.failed': 'Signing in did not work. Please try again.',
  'signIn.expired': 'You were signed in for a long time. Please sign in again, to be safe.',
  'signIn.unreachable': 'We cannot reach your data vault now. Try again in a few minutes.',

  'help.promise.title': 'Our promise',
  'help.promise.text':
    'Nobody reads your data without a reason. That reason is your permission or a law. You see it, and you can act on it.',
  'help.vault.title': 'What is a data vault?',
  'help.vault.text':
    'It is a place on the internet for your data. The vault is yours. Organisations put the data in it that they have about you.',

  'problem.title': 'That did not work',
  'problem.unreachable.what': 'We got no answer.',
  'problem.unreachable.means': 'Nothing has changed and nothing was sent.',
  'problem.unreachable.do': 'Check your internet connection. Then try again.',
  'problem.page.what': 'This page could not be loaded.',
  'problem.page.offline': 'This page cannot be loaded, because you have no connection.',
  'problem.page.means': 'The page is not on this device yet. Nothing has changed.',
  'problem.page.do': 'Check your internet connection. Then press Try again.',
  'problem.offline.what': 'You have no internet connection now.',
  'problem.offline.means': 'Nothing was sent. What you chose is still here.',
  'problem.offline.do': 'Try again when you have internet.',
  'problem.authority.what': 'The service that keeps your choices does not answer.',
  'problem.authority.means': 'Nothing has changed. You can still look at My data.',
  'problem.authority.do': 'We keep trying. You need not do anything.',
  'problem.vault.what': 'Your vault does not answer.',
  'problem.vault.means':
    'You cannot see your data now. Saying no, stopping and objecting still work.',
  'problem.vault.do': 'Try again in a few minutes. Still the same? Call your vault provider.',
  'problem.sending.means': 'We do not know for sure whether your choice arrived.',
  'problem.sending.do': 'Wait a moment and look at Who can see what. Then try again.',
  'problem.signedOut.what': 'We no longer recognise you.',
  'problem.signedOut.means': 'Nothing has changed and nothing was sent.',
  'problem.signedOut.do': 'Sign out and sign in again.',
  'problem.notAllowed.what': 'Your account may not do this.',
  'problem.notAllowed.means': 'Nothing has changed and nothing was sent.',
  'problem.notAllowed.do': 'Is this your own data vault? Ask the provider of your vault for help.',
  'problem.answered.what': 'This question was already answered, taken back or has ended.',
  'problem.answered.means': 'Your last choice does not count.',
  'problem.answered.do': 'Look at Who can see what to see what is true now.',
  'problem.refused.what': 'Your choice was not accepted.',
  'problem.refused.means': 'Nothing has changed. Nobody can see anything because of this choice.',
  'problem.refused.do': 'Start again at Questions. Does it keep going wrong? Ask for help.',
  'problem.unexpected.what': 'We got an answer that we do not understand.',
  'problem.unexpected.means': 'That is our mistake, not yours.',
  'problem.unexpected.do': 'Try again later. Does it keep going wrong? Ask for help.',
  'problem.code': 'Error code: {code}',

  'home.title': 'Welcome',
  'home.waiting':
    'We are looking at what there is for you: new questions, who can see something, and what was looked at.',
  'home.now': 'How things are now',
  'home.requests':
    '{count, plural, =0 {You have no new questions.} one {You have 1 new question.} other {You have # new questions.}}',
  'home.grants':
    '{count, plural, =0 {Nobody can see anything of you now.} one {1 organisation can see something of you now.} other {# organisations can see something of you now.}}',
  'home.reads':
    '{count, plural, =0 {In the last 7 days nothing was looked at.} one {In the last 7 days something was looked at once.} other {In the last 7 days something was looked at # times.}}',
  'home.readsMore': 'In the last 7 days something was looked at more than {count} times.',
  'home.first': 'Do this first',
  'home.firstRequest': '{agency} asks something of you.',
  'home.openRequest': 'View the question',
  'home.nothing': 'You do not have to do anything now.',

  'agency.known': 'We know this organisation. It takes part officially.',
  'agency.unknown': 'We do not know this organisation. Take care: only share when you trust it.',
  'agency.unknownName': 'Unknown organisation ({host})',
  'nav.objections': 'Objections and reports',

  'home.newNotice': 'This is new',
  'home.moreNotices':
    '{count, plural, one {There is 1 other new message.} other {There are # other new messages.}}',
  'home.openNotices': 'See what is new',
} satisfies Translation<'start'>;
