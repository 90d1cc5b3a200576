import { finding } from './finding.ts';

/** About mandates, and access under one. */
export const mandateFindings = {
  law_obliges: finding(
    '6(1)(c)',
    [
      'De wet verplicht de organisatie deze gegevens te gebruiken.',
      'The law obliges the organisation to use these data.',
      'La loi oblige l’organisation à utiliser ces données.',
      'Das Gesetz verpflichtet die Organisation, diese Daten zu benutzen.',
    ],
    [
      'De burger hoeft niets te doen. De burger kan vragen stellen, een fout melden en klagen.',
      'The citizen need not do anything. The citizen can ask, report an error and complain.',
    ],
  ),
  public_task: finding(
    '6(1)(e)',
    [
      'De organisatie heeft deze gegevens nodig voor haar taak in de wet.',
      'The organisation needs these data for its task laid down by law.',
      'L’organisation a besoin de ces données pour sa mission dans la loi.',
      'Die Organisation braucht diese Daten für ihre Aufgabe im Gesetz.',
    ],
    [
      'De burger hoeft niets te doen, en kan bezwaar maken.',
      'The citizen need not do anything, and can object.',
    ],
  ),
  legitimate_interest: finding(
    '6(1)(f)',
    [
      'De organisatie heeft een gerechtvaardigd belang, en dat is afgewogen tegen dat van de burger.',
      'The organisation has a legitimate interest, and it was weighed against that of the citizen.',
      'L’organisation a un intérêt légitime, comparé à celui du citoyen.',
      'Die Organisation hat ein berechtigtes Interesse, abgewogen gegen das des Bürgers.',
    ],
    ['De burger kan bezwaar maken.', 'The citizen can object.'],
  ),
  mandate_missing: finding(
    '6(3)',
    [
      'Voor toegang zonder toestemming is een machtiging nodig, en die is er niet.',
      'Access without consent needs a mandate, and there is none.',
      'Un accès sans consentement demande un mandat, et il n’y en a pas.',
      'Ein Zugang ohne Einwilligung braucht eine Ermächtigung, und es gibt keine.',
    ],
    [
      'Weeg het gebruik af en laat een machtiging vaststellen (grondslag mandate new), of vraag toestemming als die vrij is.',
      'Weigh the use and have a mandate decided (grondslag mandate new), or ask for consent where it is free.',
    ],
  ),
  mandate_of_another: finding(
    '5(2)',
    [
      'De machtiging is aan een andere organisatie gegeven.',
      'The mandate was given to another organisation.',
      'Le mandat est donné à une autre organisation.',
      'Die Ermächtigung gehört einer anderen Organisation.',
    ],
    ['Gebruik een eigen machtiging.', 'Use a mandate of your own.'],
  ),
  mandate_not_weighed: finding(
    '5(2)',
    [
      'Er is nog geen afweging vastgelegd.',
      'No weighing is on record yet.',
      'Aucune évaluation n’est encore notée.',
      'Es ist noch keine Abwägung festgehalten.',
    ],
    [
      'Beantwoord de drie vragen en de negen stappen.',
      'Answer the three questions and the nine steps.',
    ],
  ),
  weighing_incomplete: finding(
    '5(2)',
    [
      'De afweging is niet af, of spreekt zichzelf tegen.',
      'The weighing is not complete, or contradicts itself.',
      'L’évaluation n’est pas finie, ou se contredit.',
      'Die Abwägung ist nicht fertig oder widerspricht sich.',
    ],
    [
      'Vul aan wat als ontbrekend is genoemd, en beslis opnieuw.',
      'Add what is named as missing, and decide again.',
    ],
  ),
  weighing_says_no: finding(
    '5(1)(a)',
    [
      'De afweging kwam uit op: niet doen.',
      'The weighing came out as: do not do it.',
      'L’évaluation a conclu de ne pas le faire.',
      'Die Abwägung ergab: nicht tun.',
    ],
    [
      'Zoek een lichter middel, of weeg opnieuw met nieuwe feiten.',
      'Look for a lighter means, or weigh again with new facts.',
    ],
  ),
  assessment_missing: finding(
    '35, 6(3)',
    [
      'Een beoordeling die bij deze grondslag hoort, is niet bijgevoegd.',
      'An assessment that belongs to this basis is not attached.',
      'Une évaluation demandée pour cette base n’est pas jointe.',
      'Eine Beurteilung, die zu dieser Grundlage gehört, liegt nicht bei.',
    ],
    [
      'Voeg toe wat nodig is: noodzaak (c, e), evenredigheid (e), belangenafweging (f), DPIA (bijzondere gegevens).',
      'Attach what is needed: necessity (c, e), proportionality (e), balancing test (f), DPIA (special categories).',
    ],
  ),
  assessment_changed: finding(
    '5(2)',
    [
      'Een bijgevoegde beoordeling is niet meer hetzelfde document.',
      'An assessment attached is not the same document any more.',
      'Une évaluation jointe n’est plus le même document.',
      'Eine beigefügte Beurteilung ist nicht mehr dasselbe Dokument.',
    ],
    [
      'Zet het document terug dat is beoordeeld, of weeg opnieuw met het nieuwe.',
      'Put back the document that was weighed, or weigh again with the new one.',
    ],
  ),
  protocol_or_dpia_missing: finding(
    '35',
    [
      'Er is geen gepubliceerd protocol, en ook geen DPIA.',
      'There is no published protocol, and no DPIA either.',
      'Il n’y a pas de protocole publié, ni d’analyse d’impact.',
      'Es gibt kein veröffentlichtes Protokoll und auch keine Folgenabschätzung.',
    ],
    [
      'Publiceer het protocol van de uitwisseling, of voeg de DPIA toe.',
      'Publish the protocol of the exchange, or attach the DPIA.',
    ],
  ),
  notice_delay_without_ground: finding(
    '14(5), 23',
    [
      'De burger wordt later ingelicht, zonder geldige grond of einddatum.',
      'The citizen is told later, without a valid ground or end date.',
      'Le citoyen est informé plus tard, sans motif valable ou sans date de fin.',
      'Der Bürger wird später informiert, ohne gültigen Grund oder Enddatum.',
    ],
    [
      'Noem het artikel dat dit toestaat, de einddatum en wie erop toeziet; of licht de burger meteen in.',
      'Name the article that allows it, the end date and who oversees it; or tell the citizen at once.',
    ],
  ),
  mandate_not_decided: finding(
    '5(2)',
    [
      'Er is nog niet over de machtiging beslist, of zij is niet gepubliceerd.',
      'The mandate has not been decided on, or is not published.',
      'Le mandat n’est pas encore décidé, ou pas publié.',
      'Über die Ermächtigung ist noch nicht entschieden, oder sie ist nicht veröffentlicht.',
    ],
    [
      'Laat de bevoegde functionaris beslissen, en publiceer de machtiging.',
      'Have the competent official decide, and publish the mandate.',
    ],
  ),
  mandate_suspended: finding(
    '5(2)',
    [
      'De machtiging is opgeschort.',
      'The mandate is suspended.',
      'Le mandat est suspendu.',
      'Die Ermächtigung ist ausgesetzt.',
    ],
    [
      'Wacht op de beslissing van wie haar opschortte.',
      'Wait for the decision of whoever suspended it.',
    ],
  ),
  mandate_ended: finding(
    '5(1)(e)',
    [
      'De machtiging is beëindigd of verlopen.',
      'The mandate has ended or expired.',
      'Le mandat est terminé.',
      'Die Ermächtigung ist beendet oder abgelaufen.',
    ],
    [
      'Stop met lezen. Is het doel er nog, weeg dan opnieuw.',
      'Stop reading. When the purpose still exists, weigh again.',
    ],
  ),
  mandate_not_yet_valid: finding(
    '5(2)',
    [
      'De machtiging geldt nog niet.',
      'The mandate does not hold yet.',
      'Le mandat ne vaut pas encore.',
      'Die Ermächtigung gilt noch nicht.',
    ],
    ['Wacht tot de dag dat zij ingaat.', 'Wait until the day it starts.'],
  ),
  not_in_mandate: finding(
    '5(1)(c)',
    [
      'Er wordt meer gevraagd dan de machtiging noemt.',
      'More is asked than the mandate names.',
      'On demande plus que ce que dit le mandat.',
      'Gefragt ist mehr, als die Ermächtigung nennt.',
    ],
    ['Vraag alleen wat in de machtiging staat.', 'Ask only what the mandate names.'],
  ),
  subject_not_in_mandate: finding(
    '5(1)(b)',
    [
      'De machtiging gaat niet over deze burger.',
      'The mandate is not about this citizen.',
      'Le mandat ne concerne pas ce citoyen.',
      'Die Ermächtigung betrifft diesen Bürger nicht.',
    ],
    [
      'Gebruik de machtiging alleen voor wie zij noemt.',
      'Use the mandate only for those it names.',
    ],
  ),
  not_placed_by_source: finding(
    '5(1)(b), 6(3)',
    [
      'Dit heeft de burger zelf in de kluis gezet. Zonder toestemming blijft dat dicht.',
      'The citizen put this in the vault. Without consent it stays closed.',
      'Le citoyen a mis ceci lui-même dans le coffre. Sans consentement, cela reste fermé.',
      'Das hat der Bürger selbst in den Tresor gelegt. Ohne Einwilligung bleibt es verschlossen.',
    ],
    [
      'Vraag de bron om het gegeven, of vraag de burger om toestemming.',
      'Ask the source for the fact, or ask the citizen for consent.',
    ],
  ),
} as const;
