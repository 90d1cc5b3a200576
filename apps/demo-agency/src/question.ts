import {
  type AskedNeed,
  type ConsentGate,
  g,
  type OtherRoute,
  type Question,
} from '@grondslag/agency';
import { ZONE } from './words/language.ts';

const VALID_FOR_DAYS = 90;
const DAY_MILLISECONDS = 86_400_000;
/** Writes a day as `2026-03-03`. */
const dayInZone = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE });
/** Writes how far the clock is ahead, as `GMT+01:00`. */
const offsetInZone = new Intl.DateTimeFormat('en', { timeZone: ZONE, timeZoneName: 'longOffset' });

/** Address of the page about the other route, relative to the base URL. */
export const OTHER_ROUTE_PATH = 'zonder-kluis';

/** In the register of the authority, with needs that these are within. */
const PROCESSING_ACTIVITY = 'https://waterdam.example/verwerkingen/schuldhulp';

/** Why a citizen is free to say no to this municipality; confirmed by somebody by name. */
const consentGate: ConsentGate = {
  refusalCostsNothing: true,
  noLawCoversIt: true,
  inOwnInterest: true,
  onePurpose: true,
  easyToWithdraw: true,
  adviceAttached: true,
  confirmedBy: { name: 'K. Visser', role: 'Teamleider schuldhulp' },
};

/** What the counsellor needs to know, and why. Only the income is needed without exception. */
export const needs = [
  {
    claimType: g.IncomeCredential,
    fields: ['year', 'amount', 'currency'],
    required: true,
    reason: {
      nl: 'Uw inkomen bepaalt of u schuldhulp kunt krijgen. Zonder inkomen kunnen we niets zeggen.',
      en: 'Your income decides whether you can get debt help. Without it we cannot tell.',
      fr: 'Vos revenus décident si vous pouvez recevoir une aide. Sans eux, nous ne pouvons rien dire.',
      de: 'Ihr Einkommen entscheidet, ob Sie Schuldenhilfe bekommen. Ohne es können wir nichts sagen.',
    },
  },
  {
    claimType: g.ResidenceCredential,
    fields: ['city'],
    required: false,
    reason: {
      nl: 'Wij helpen inwoners van Waterdam. Zegt u nee? Dan vragen we uw adres aan de balie.',
      en: 'We help residents of Waterdam. If you say no, we ask for your address at the desk.',
      fr: 'Nous aidons les habitants de Waterdam. Si vous dites non, nous demandons votre adresse au guichet.',
      de: 'Wir helfen Menschen aus Waterdam. Sagen Sie Nein, fragen wir Ihre Adresse am Schalter.',
    },
  },
  {
    claimType: g.HouseholdCredential,
    fields: ['adults', 'children'],
    required: false,
    reason: {
      nl: 'Met een groter gezin mag u meer verdienen. Zegt u nee? Dan tellen we één persoon.',
      en: 'A larger household may earn more. If you say no, we count one person.',
      fr: 'Un ménage plus grand peut gagner plus. Si vous dites non, nous comptons une personne.',
      de: 'Ein größerer Haushalt darf mehr verdienen. Sagen Sie Nein, zählen wir eine Person.',
    },
  },
] satisfies readonly AskedNeed[];

/** The kinds of facts that are asked for. */
export type AskedClaimType = (typeof needs)[number]['claimType'];

const purposeInWords = {
  nl: 'Wij kijken of u recht heeft op schuldhulp van de gemeente.',
  en: 'We check whether you can get debt help from the municipality.',
  fr: 'Nous regardons si vous avez droit à l’aide aux dettes de la commune.',
  de: 'Wir prüfen, ob Sie Schuldenhilfe der Gemeinde bekommen können.',
};

/** The way without a vault. The number is not in use. */
export function otherRoute(baseUrl: string): OtherRoute {
  return {
    text: {
      nl: 'Liever niet met een datakluis? Vraag het papieren formulier aan de balie, of bel ons.',
      en: 'Rather not with a data vault? Ask for the paper form at the desk, or call us.',
      fr: 'Vous préférez sans coffre de données ? Demandez le formulaire papier au guichet, ou appelez-nous.',
      de: 'Lieber ohne Datentresor? Fragen Sie am Schalter nach dem Formular, oder rufen Sie uns an.',
    },
    url: new URL(OTHER_ROUTE_PATH, baseUrl).href,
    phone: '0900 0000',
  };
}

/** The question to one citizen, until the end of a day three months from now. */
export function questionTo(citizen: string, baseUrl: string, now: Date): Question {
  return {
    citizen,
    purpose: 'https://w3id.org/dpv#ServiceProvision',
    purposeInWords,
    needs: [...needs],
    otherRoute: otherRoute(baseUrl),
    expiresAt: endOf(now),
    processingActivity: PROCESSING_ACTIVITY,
    consentGate,
  };
}

/** End of a question that is asked now: the last second of a day in the Netherlands, as people count. */
export function endOf(now: Date): Date {
  const day = dayInZone.format(now.getTime() + VALID_FOR_DAYS * DAY_MILLISECONDS);
  const aboutThen = new Date(`${day}T23:59:59Z`);
  const { value: offset = '' } =
    offsetInZone.formatToParts(aboutThen).find(({ type }) => type === 'timeZoneName') ?? {};
  return new Date(`${day}T23:59:59${offset.replace('GMT', '')}`);
}

/** The one question to the facts. Of a household, parts may be missing: the citizen can leave them out. */
export const query = `PREFIX g: <https://w3id.org/grondslag/terms#>
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT ?year ?amount ?currency ?city ?adults ?children ?source ?credential ?checkedAt WHERE {
  { GRAPH ?fact { ?person g:income ?income . ?income g:year ?year ; g:amount ?amount ; g:currency ?currency } }
  UNION { GRAPH ?fact { ?person g:residence/g:city ?city } }
  UNION { GRAPH ?fact { ?person g:household ?household
      OPTIONAL { ?household g:adults ?adults } OPTIONAL { ?household g:children ?children } } }
  ?fact prov:wasAttributedTo ?source ; g:credential ?credential ; g:statusCheckedAt ?checkedAt .
} ORDER BY DESC(?year)`;
