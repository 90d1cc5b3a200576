/** Words for what was looked at. */
export const messages = {
  'log.title': 'Wat is bekeken',
  'log.intro': 'Elke keer dat iemand iets in uw kluis las of bijwerkte, staat hier.',
  'log.empty': 'Er is nog niets bekeken.',
  'log.emptyHint': 'Leest een organisatie iets van u? Dan ziet u hier wie, wat en wanneer.',
  'log.read': '{agency} las {what}.',
  'log.readFor': '{agency} las {what}, voor:',
  'log.changed': '{agency} werkte dit bij: {what}.',
  'log.times': '{count} keer',
  'log.older': 'Laat oudere regels zien',
  'log.noOlder': 'Dit is alles.',

  'log.byLaw': 'Op grond van de wet.',
  'log.whyAllowed': 'Waarom mocht dit?',
} as const;
