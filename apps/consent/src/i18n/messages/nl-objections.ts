/** Dutch words for telling the citizen, and for what the citizen answers: notices and objections. */
export const nlObjections = {
  'nav.objections': 'Bezwaren',

  'object.title': 'Bezwaar maken',
  'object.against': 'U maakt bezwaar. {agency} mag op grond van de wet lezen: {what}.',
  'object.next': 'Wat er daarna gebeurt',
  'object.next.stop': 'Wij zetten het lezen meteen stil.',
  'object.next.answer': '{agency} moet u een antwoord geven met een reden, uiterlijk op {date}.',
  'object.next.after':
    'Krijgt u gelijk? Dan stopt het lezen. Krijgt u geen gelijk? Dan kunt u klagen.',
  'object.grounds': 'Waarom wilt u dit niet?',
  'object.groundsHint': 'Eén zin over uw situatie is genoeg. {agency} leest wat u schrijft.',
  'object.empty': 'Schrijf in één zin waarom u dit niet wilt.',
  'object.send': 'Verstuur mijn bezwaar',
  'object.back': 'Terug, zonder bezwaar',
  'object.sending': 'Wij versturen uw bezwaar…',
  'object.sent': 'Uw bezwaar is verstuurd.',
  'object.otherWay': 'Liever bellen, mailen of schrijven?',
  'object.conflict': 'Bezwaar maken kan hier niet, of u deed het al. Kijk bij Bezwaren.',

  'objections.title': 'Mijn bezwaren',
  'objections.intro': 'Hier ziet u uw bezwaren, en wat ermee gebeurt.',
  'objections.empty': 'U maakte nog geen bezwaar.',
  'objections.emptyHint': 'Bezwaar maken begint bij Wie kan wat zien, bij Op grond van de wet.',
  'objections.name': 'Bezwaar tegen {agency}',
  'objections.sentOn': 'Verstuurd op {date}',
  'objections.open': 'Bekijk dit bezwaar tegen {agency}',

  'objection.title': 'Uw bezwaar tegen {agency}',
  'objection.received': '{agency} bekijkt uw bezwaar. U krijgt antwoord, uiterlijk op {date}.',
  'objection.late': '{agency} is te laat: het antwoord moest er zijn op {date}. U kunt klagen.',
  'objection.suspended': 'Het lezen staat stil tot het antwoord er is.',
  'objection.upheld': 'U kreeg gelijk. Het lezen is gestopt.',
  'objection.rejected': 'U kreeg geen gelijk. {agency} mag weer lezen.',
  'objection.access': 'Bekijk wat {agency} mag lezen',
  'objection.yourWords': 'Wat u schreef',
  'objection.answer': 'Het antwoord',
  'objection.answeredBy': 'Wie antwoordde',
  'objection.answeredOn': 'Wanneer',
  'objection.extension': '{agency} heeft meer tijd nodig',
  'objection.extensionWas': '{agency} had meer tijd nodig',
  'objection.extensionText': 'Dat mag één keer, twee maanden. Dit is de reden:',
  'objection.exception': 'Het lezen gaat door',
  'objection.exceptionWas': 'Het lezen ging tot het antwoord door',
  'objection.exceptionText':
    'Dat mag alleen in enkele gevallen uit de wet (artikel 18, lid 2, AVG). Hier is dat:',
  'exception.consent': 'U vond goed dat het doorgaat.',
  'exception.legal-claims': 'Het is nodig voor een rechtszaak.',
  'exception.rights-of-another-person': 'Het is nodig voor de rechten van iemand anders.',
  'exception.important-public-interest': 'Het is nodig voor een groot belang van iedereen.',
  'objection.gone': 'Dit bezwaar vinden wij niet.',
  'objection.back': 'Naar mijn bezwaren',

  'notices.title': 'Berichten over de wet',
  'notices.intro': 'Dit vertellen wij u over het lezen dat de wet regelt, en over uw bezwaren.',
  'notices.empty': 'Er zijn geen berichten.',
  'notices.emptyHint':
    'Gaat een organisatie iets van u lezen omdat de wet dat regelt? Dan staat dat hier.',
  'notices.new': 'Nieuw:',
  'notices.open': 'Bekijk wat dit is',
  'notices.openFor': 'Bekijk wat dit is. {what}',
  'notices.toldOn': 'Verteld op {date}',
  'notices.all': 'Bekijk de berichten over de wet',
  'notices.delayed':
    '{count, plural, one {Er is 1 regel die u later te zien krijgt, uiterlijk op {date}.} other {Er zijn # regels die u later te zien krijgt, uiterlijk op {date}.}}',
  'notices.delayedWhy':
    'Dat mag alleen als een wet dat toestaat. Iemand let erop dat u het te zien krijgt.',

  'notice.mayObject': 'U kunt bezwaar maken. Eén zin is genoeg.',
  'notice.access-given': '{agency} mag op grond van de wet lezen: {what}. U hoeft niets te doen.',
  'notice.waiting':
    '{agency} mag vanaf {date} op grond van de wet lezen: {what}. U hoeft niets te doen.',
  'notice.emergency-access': '{agency} las {what}, omdat een leven in gevaar was.',
  'notice.emergency-reviewed': 'Iemand anders keek na waarom {agency} {what} las.',
  'notice.emergencyJustified': 'Iemand anders keek na waarom {agency} {what} las. Het was terecht.',
  'notice.emergencyNotJustified':
    'Iemand anders keek na waarom {agency} {what} las. Het was niet terecht.',
  'notice.access-suspended': '{agency} mag nu niet lezen: {what}. Dat staat stil.',
  'notice.access-resumed': '{agency} mag weer lezen: {what}.',
  'notice.access-ended': '{agency} mag niet meer lezen: {what}.',
  'notice.objection-received': '{agency} kreeg uw bezwaar. Het lezen staat stil.',
  'notice.objection-extended': '{agency} heeft meer tijd nodig voor uw bezwaar.',
  'notice.objection-exception': 'U maakte bezwaar, maar het lezen door {agency} gaat door.',
  'notice.objection-answered': '{agency} gaf antwoord op uw bezwaar.',

  'home.newNotice': 'Dit is nieuw',
  'home.moreNotices':
    '{count, plural, one {Er is nog 1 ander nieuw bericht.} other {Er zijn nog # andere nieuwe berichten.}}',
  'home.openNotices': 'Bekijk wat er nieuw is',

  'log.byLaw': 'Op grond van de wet.',
  'log.whyAllowed': 'Waarom mocht dit?',

  'help.law.title': 'Mag iemand iets lezen zonder dat ik ja zeg?',
  'help.law.text':
    'Soms regelt de wet dat een organisatie iets mag lezen. Wij vertellen u dat. U ziet welke wet het is.',
  'help.objection.title': 'Wat is bezwaar maken?',
  'help.objection.text':
    'U zegt dan dat het lezen niet past bij uw situatie. Het staat meteen stil, en u krijgt antwoord.',
} as const;
