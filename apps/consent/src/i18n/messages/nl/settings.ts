/** Words of the settings. */
export const messages = {
  'settings.title': 'Instellingen',
  'settings.intro': 'Hier kiest u hoe de app eruitziet. Uw keuze werkt meteen, op dit apparaat.',
  'settings.theme': 'Kleuren',
  'settings.theme.system': 'Zoals mijn apparaat vraagt',
  'settings.theme.standard': 'Gewone kleuren',
  'settings.theme.high-contrast': 'Veel contrast: zwart op wit, dikke lijnen',
  'settings.device': 'Wat dit apparaat onthoudt',
  'settings.device.choices': 'Uw taal en uw kleuren.',
  'settings.device.seen': 'Welke berichten u al zag.',
  'settings.device.begun': 'Wat u koos bij een vraag die nog niet af is.',
  'settings.device.signIn': 'Dat u bent ingelogd.',
  'settings.device.notData': 'Uw gegevens staan niet op dit apparaat. Die blijven in uw kluis.',
  'settings.forget': 'Laat dit apparaat dit vergeten',
  'settings.forgetHint':
    'Laat u het vergeten? Dan blijft u wel ingelogd. Uw keuzes bij organisaties veranderen niet.',
  'settings.forgotten': 'Dit apparaat is het vergeten.',
  'settings.signOut': 'Gebruikt u een apparaat van een ander? Log dan uit.',
  'settings.signOutNow': 'Log uit op dit apparaat',
} as const;
