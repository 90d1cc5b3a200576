import type { Translation } from '../chapters.ts';

export const messages = {
  'settings.title': 'Einstellungen',
  'settings.intro': 'Wählen Sie, wie die App aussieht. Ihre Wahl gilt sofort, auf diesem Gerät.',
  'settings.theme': 'Farben',
  'settings.theme.system': 'Wie mein Gerät es verlangt',
  'settings.theme.standard': 'Normale Farben',
  'settings.theme.high-contrast': 'Hoher Kontrast: Schwarz auf Weiß, dicke Linien',
  'settings.device': 'Was sich dieses Gerät merkt',
  'settings.device.choices': 'Ihre Sprache und Ihre Farben.',
  'settings.device.seen': 'Welche Nachrichten Sie schon sahen.',
  'settings.device.begun': 'Was Sie bei einer unfertigen Anfrage wählten.',
  'settings.device.signIn': 'Dass Sie angemeldet sind.',
  'settings.device.notData': 'Ihre Daten sind nicht auf diesem Gerät. Sie bleiben in Ihrem Tresor.',
  'settings.forget': 'Dieses Gerät dies vergessen lassen',
  'settings.forgetHint':
    'Wenn es das vergisst, bleiben Sie trotzdem angemeldet. Was Organisationen sehen dürfen, ändert sich nicht.',
  'settings.forgotten': 'Dieses Gerät hat es vergessen.',
  'settings.signOut': 'Ist es das Gerät von jemand anderem? Dann melden Sie sich ab.',
  'settings.signOutNow': 'Auf diesem Gerät abmelden',
} satisfies Translation<'settings'>;
