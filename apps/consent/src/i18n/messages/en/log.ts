import type { Translation } from '../chapters.ts';

export const messages = {
  'log.title': 'What was looked at',
  'log.intro': 'Every time someone read or updated something in your vault, it is listed here.',
  'log.empty': 'Nothing has been looked at yet.',
  'log.emptyHint': 'When an organisation reads something, you see here who, what and when.',
  'log.read': '{agency} read {what}.',
  'log.readFor': '{agency} read {what}, for:',
  'log.changed': '{agency} updated this: {what}.',
  'log.times': '{count} times',
  'log.older': 'Show older lines',
  'log.noOlder': 'This is all.',

  'log.byLaw': 'Under the law.',
  'log.whyAllowed': 'Why was this allowed?',
} satisfies Translation<'log'>;
