import type { Translation } from '../chapters.ts';

export const messages = {
  'settings.title': 'Settings',
  'settings.intro': 'Choose how the app looks. Your choice counts at once, on this device.',
  'settings.theme': 'Colours',
  'settings.theme.system': 'As my device asks',
  'settings.theme.standard': 'Ordinary colours',
  'settings.theme.high-contrast': 'High contrast: black on white, thick lines',
  'settings.device': 'What this device remembers',
  'settings.device.choices': 'Your language and your colours.',
  'settings.device.seen': 'Which messages you have seen.',
  'settings.device.begun': 'What you chose in a question that is not finished.',
  'settings.device.signIn': 'That you are signed in.',
  'settings.device.notData': 'Your data are not on this device. They stay in your vault.',
  'settings.forget': 'Make this device forget this',
  'settings.forgetHint':
    'If it forgets, you still stay signed in. What organisations may see does not change.',
  'settings.forgotten': 'This device has forgotten it.',
  'settings.signOut': 'Is this the device of someone else? Then sign out.',
  'settings.signOutNow': 'Sign out on this device',
} satisfies Translation<'settings'>;
