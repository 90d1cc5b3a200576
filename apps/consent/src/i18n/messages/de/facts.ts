import type { Translation } from '../chapters.ts';

export const messages = {
  'facts.title': 'Meine Daten',
  'facts.intro':
    'Das steht über Sie in Ihrem Datentresor. Nur Sie sehen das, es sei denn, Sie teilen es.',
  'facts.empty': 'In Ihrem Datentresor ist noch nichts.',
  'facts.emptyHint': 'Hier steht, was Organisationen über Sie sagen: {kinds}.',
  'facts.source': 'Wer das sagt',
  'facts.sourceUnknown': 'Das wissen wir nicht',
  'facts.givenOn': 'Gegeben am',
  'facts.validUntil': 'Gültig bis',
  'facts.about': 'Über wen',
  'facts.otherName': 'Über Sie. Der Absender benutzt einen anderen Namen für Sie.',
  'facts.sourceSays': 'Der Absender sagt dazu',
  'facts.newerVersion': 'Es gibt eine neuere Fassung.',
  'facts.unsaid': 'Damit ist etwas. Fragen Sie den Absender, was.',
  'facts.check': 'Prüfung',
  'facts.verified': 'Geprüft',
  'facts.notVerified': 'Nicht geprüft',
  'mark.revoked': 'Zurückgenommen',
  'mark.suspended': 'Vorläufig angehalten',
  'mark.outOfDate': 'Abgelaufen',
  'mark.tooOld': 'Zu alt für diese Anfrage',
  'mark.notYet': 'Gilt noch nicht',
  'mark.unknownSource': 'Absender unbekannt',
  'mark.statusUnknown': 'Jetzt nicht zu prüfen',
  'facts.verifiedMeaning': 'Was bedeutet geprüft?',
  'facts.verifiedExplanation':
    'Wir sehen, dass dies wirklich von diesem Absender ist: {source}. Niemand hat etwas daran geändert. Es ist nicht zurückgenommen. Wir sahen am {date} nach.',
  'facts.wrong': 'Stimmt das nicht? Melden Sie es hier: {source}. Dort kann man es berichtigen.',
  'facts.yes': 'ja',
  'facts.no': 'nein',
  'facts.report': 'Stimmt etwas nicht? Melden Sie einen Fehler: {fact}',
  'facts.reported': 'Sie haben am {date} einen Fehler gemeldet.',
  'facts.seeReport': 'Ihre Meldung ansehen: {fact}',
  'facts.noValue': 'Wir zeigen nicht, was darin steht, denn wir konnten es nicht prüfen.',
  'files.title': 'Ihre eigenen Dateien',
  'files.intro': 'Diese Dateien haben Sie selbst in Ihren Datentresor gelegt.',
  'files.you': 'Sie selbst',
  'files.kind': 'Art der Datei',
  'files.kind.pdf': 'PDF',
  'files.kind.picture': 'Foto oder Bild',
  'files.kind.text': 'Text',
  'files.kind.other': 'Andere Datei',
  'files.changed': 'Hinzugefügt am',
  'files.whatToDo':
    'Das kommt von Ihnen. Niemand hat es geprüft. Möchten Sie es verwenden? Fragen Sie die zuständige Organisation nach der Angabe.',
  'mark.unknownKind': 'Art unbekannt',
  'leftOut.unknownKind':
    'Diese Art von Angabe kennen wir noch nicht. Sie sehen, was der Absender geschrieben hat. Sie müssen nichts tun.',
  'facts.file': 'Datei',
  'theme.other': 'Etwas anderes',

  'fact.unreadable.title': 'Unbekannte Angabe',

  'phrase.part': '{fact}, nur: {fields}',
  'phrase.other': 'etwas anderes in Ihrem Datentresor',

  'leftOut.unreadable': 'Wir können dies jetzt nicht öffnen. Versuchen Sie es später noch einmal.',
  'leftOut.malformed':
    'Dies können wir nicht lesen. Bitten Sie den Absender um ein neues Exemplar.',
  'leftOut.incomplete':
    'Ein Teil des Nachweises fehlt. Bitten Sie den Absender um ein neues Exemplar.',
  'leftOut.tampered':
    'Die Unterschrift stimmt nicht. Vielleicht wurde etwas geändert. Bitten Sie den Absender um ein neues Exemplar.',
  'leftOut.unknownSource':
    'Wir kennen den Absender nicht. Bitten Sie eine offizielle Organisation um diese Angabe.',
  'leftOut.wrongSource':
    'Dieser Absender darf darüber nichts sagen. Fragen Sie die Organisation, die dafür zuständig ist.',
  'leftOut.notYours':
    'Diese Angabe betrifft nicht Sie. Melden Sie das dem Anbieter Ihres Datentresors.',
  'leftOut.notYet': 'Diese Angabe gilt noch nicht. Sie müssen nichts tun.',
  'leftOut.outOfDate': 'Diese Angabe ist zu alt. Bitten Sie den Absender um ein neues Exemplar.',
  'leftOut.tooOld':
    'Gefragt ist eine neuere Angabe. Bitten Sie den Absender um ein neues Exemplar.',
  'leftOut.revoked': 'Der Absender hat dies zurückgenommen. Fragen Sie ihn, warum.',
  'leftOut.suspended': 'Der Absender hat dies vorläufig angehalten. Fragen Sie ihn, warum.',
  'leftOut.trustUnknown':
    'Wir wissen jetzt nicht, welchen Absendern zu trauen ist. Versuchen Sie es später noch einmal.',
  'leftOut.statusUnknown':
    'Wir konnten nicht feststellen, ob dies noch gilt. Versuchen Sie es später noch einmal.',
  'special.ethnic-origin': 'Ihre Herkunft',
  'special.political-opinion': 'Ihre politische Meinung',
  'special.belief': 'Ihre Religion oder Weltanschauung',
  'special.trade-union-membership': 'Ihre Mitgliedschaft in einer Gewerkschaft',
  'special.genetic': 'Ihre Erbanlagen',
  'special.biometric': 'Merkmale Ihres Körpers, wie Ihren Fingerabdruck',
  'special.health': 'Ihre Gesundheit',
  'special.sexual': 'Ihr Sexualleben oder Ihre sexuelle Orientierung',

  'purpose.unknown': 'Ein Zweck, den wir nicht kennen',
  'purpose.ServiceProvision': 'Eine Leistung erbringen',
  'purpose.RequestedServiceProvision': 'Eine Leistung erbringen, um die Sie baten',
  'purpose.ProvideOfficialServices': 'Eine Leistung des Staates erbringen',
  'purpose.PublicBenefit': 'Eine Aufgabe für alle',
  'purpose.LegalCompliance': 'Tun, was das Gesetz verlangt',
  'purpose.FulfilmentOfObligation': 'Eine Pflicht erfüllen',
  'purpose.Verification': 'Etwas prüfen',
  'purpose.IdentityVerification': 'Prüfen, wer Sie sind',
  'purpose.EligibilityVerification': 'Prüfen, ob Sie ein Recht auf etwas haben',
  'purpose.CommunicationManagement': 'Ihnen etwas mitteilen',
  'purpose.HumanResourceManagement': 'Personal und Arbeit regeln',
  'purpose.AcademicResearch': 'Forschung einer Schule oder Universität',
  'purpose.ScientificResearch': 'Wissenschaftliche Forschung',
  'purpose.ResearchAndDevelopment': 'Forschung und Verbesserung',
  'purpose.PublicServiceEligibilityAssessment': 'Prüfen, ob Sie ein Recht auf eine Leistung haben',
  'purpose.SocialWelfareEligibilityAssessment': 'Prüfen, ob Sie ein Recht auf Hilfe haben',
  'purpose.SocialWelfareProvision': 'Hilfe geben',
  'purpose.SocialSecurityManagement': 'Soziale Sicherheit regeln',
  'purpose.Marketing': 'Werbung',

  'kind.other': 'etwas anderes über Sie',
  'kind.unknown': 'Daten über Sie',

  'purpose.none': 'Kein Zweck ist genannt',
} satisfies Translation<'facts'>;
